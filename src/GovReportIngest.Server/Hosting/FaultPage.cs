using GovReportIngest.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GovReportIngest.Server.Hosting;

/// <summary>What goes wrong here becomes an answer that tells no more than a person needs; the log has the rest.</summary>
internal static class FaultPage
{
    public static void Use(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await Results.Problem(bad.Message, statusCode: bad.StatusCode, title: "Bad request").ExecuteAsync(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            context.RequestServices.GetRequiredService<ILogger<ReviewServer>>().LogError(fault, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            context.Response.Clear();
            var (status, words) = fault is StoreException store
                ? (StatusCodes.Status503ServiceUnavailable, $"The store cannot be used: {store.Message}") : (StatusCodes.Status500InternalServerError, "This is a fault of the program; its log says more.");
            await Results.Problem(words, statusCode: status).ExecuteAsync(context);
        }
    });
}
