using System.Net;
using GovReportIngest.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Hosting;

/// <summary><c>/health/live</c> for everybody; <c>/health/ready</c> asks the store, for programs of this machine.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        routes.MapGet("/health/ready", async (HttpContext context, ReportStore store, CancellationToken cancellation) =>
        {
            if (context.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from) && context.User.Identity?.IsAuthenticated != true)
                return Results.Unauthorized();
            await store.Queue.CountAsync(cancellation);
            return Results.Text("ready");
        }).AllowAnonymous();
    }
}
