using System.Security.Claims;
using System.Security.Cryptography;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Server.Speech;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Quality;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Api;

/// <summary><c>/api/v1/quality</c>: samples of what the machine read, and what people say about them.</summary>
internal static class QualityEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var quality = routes.MapGroup("/api/v1/quality").RequireAuthorization(Roles.Reviewer).AddEndpointFilter<CrossSiteFilter>();
        quality.MapGet("/samples", ListAsync);
        quality.MapPost("/samples", DrawAsync).RequireAuthorization(Roles.Admin);
        quality.MapPost("/items/{id:long}", AnswerAsync);
    }

    private static async Task<IResult> ListAsync(ReportStore store, CancellationToken cancellation) => Results.Json(new QualityModel(
        [.. (await store.Quality.ListAsync(cancellation)).Select(sample => new QualitySampleModel(
            sample.SampleId, sample.DrawnAt, sample.DrawnBy, sample.Seed, sample.Bar / 1_000_000m, sample.Fields, sample.Asked, sample.Answered, sample.Errors, sample.Unsettled,
            sample.AtLeast, sample.AtMost, sample.IsWithin))],
        await store.Quality.ListReviewersAsync(cancellation)), ApiJson.Default.QualityModel);

    private static async Task<IResult> DrawAsync(QualityPlanModel plan, ClaimsPrincipal user, ReportStore store, CancellationToken cancellation) =>
        PlanOf(plan.Share, plan.Most, plan.Bar, plan.Seed) is not { } asked ? ApiProblem.Refused("share and bar are between 0 and 1, most is at least 1.")
            : await store.Quality.DrawAsync(asked, UserClaims.NameOf(user), cancellation) is not { } sample ? ApiProblem.Refused("No report is accepted yet.")
            : Results.Json(new Dictionary<string, long> { ["sample"] = sample }, ApiJson.Default.DictionaryStringInt64, statusCode: StatusCodes.Status201Created);

    /// <returns>Null where a number is outside its range.</returns>
    public static QualityPlan? PlanOf(decimal? share, int? most, decimal? bar, int? seed)
    {
        var plan = new QualityPlan { Seed = seed ?? RandomNumberGenerator.GetInt32(int.MaxValue) };
        plan = plan with { Share = share ?? plan.Share, Most = most ?? plan.Most, Bar = bar ?? plan.Bar };
        return plan is { Share: > 0 and <= 1, Most: >= 1, Bar: > 0 and < 1 } ? plan : null;
    }

    private static async Task<IResult> AnswerAsync(
        long id, QualityAnswerModel answer, HttpRequest request, ClaimsPrincipal user, ReportStore store, CancellationToken cancellation)
    {
        var tongue = PageTongue.Of(request);
        if (await store.Quality.FindAsync(id, cancellation) is not { } item || await store.Review.FindAsync(item.Report, cancellation) is not { } report)
            return ApiProblem.NotFound("such field that waits for an answer");
        var (state, value, wrong) = TypedAnswer.Read(report, item.Path, answer.Printed ?? (answer.State is null ? item.Shown : null), answer.State);
        if (wrong is not null)
            return ApiProblem.Refused(wrong);
        var seen = new DecidedField(state, value, state is FieldState.Blank or FieldState.Missing ? null : answer.Printed ?? item.Shown, []);
        return await store.Quality.AnswerAsync(id, seen, UserClaims.NameOf(user), cancellation) ? Results.NoContent()
            : Results.Problem(tongue["Somebody else answered first.", "已有他人作答。"], statusCode: StatusCodes.Status409Conflict, title: "Conflict");
    }
}
