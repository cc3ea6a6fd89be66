using GovReportIngest.Jobs.Intake;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Api;

/// <summary><c>POST /api/v1/documents?name=…</c>: the bytes of one file. The answer comes when they are safe; reading goes on by itself.</summary>
internal static class UploadEndpoints
{
    /// <summary>People wait for what they send; it is read before what watchers found.</summary>
    private const int Priority = 10;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/documents", UploadAsync).RequireAuthorization(Roles.Reviewer).AddEndpointFilter<CrossSiteFilter>();

    private static async Task<IResult> UploadAsync(
        string name, HttpRequest request, ReportStore store, DocumentIntake intake, DocumentProcessing processing, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = DocumentIntake.MostBytes;
        try
        {
            // Every upload is a place of its own: reports that two people name alike do not replace each other.
            var stored = await intake.RegisterAsync(name, request.Body, new() { Priority = Priority, Location = $"upload:{Guid.NewGuid():N}" }, cancellation);
            processing.Wake();
            await store.Audit.WriteAsync("uploaded", $"{UserClaims.NameOf(request.HttpContext.User)}: {name}", cancellation);
            return Results.Json(await DocumentEndpoints.StateOfAsync(new(stored.DocumentId, 1), store, cancellation), ApiJson.Default.DocumentStateModel, statusCode: StatusCodes.Status202Accepted);
        }
        catch (RefusedBytesException refused)
        {
            return ApiProblem.Refused(refused.Message);
        }
    }
}
