using GovReportIngest.Server.Pages;
using GovReportIngest.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GovReportIngest.Server.Hosting;

/// <summary>What is not there, and what goes wrong here, becomes an answer that tells no more than a person needs, a page or what programs read; the log has the rest.</summary>
internal static partial class FaultPage
{
    public static void Use(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
            if (context.Response.HasStarted || WordsOf(context) is not { } words)
                return;
            await AnswerAsync(context, context.Response.StatusCode, words);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, bad.StatusCode, bad.Message);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            LogFault(context.RequestServices.GetRequiredService<ILogger<ReviewServer>>(), fault, context.Request.Method, context.Request.Path);
            var tongue = PageView.Of(context).Tongue;
            var (status, words) = fault is StoreException store
                ? (StatusCodes.Status503ServiceUnavailable, tongue[$"The store cannot be used: {store.Message}", $"数据库暂时无法使用：{store.Message}"])
                : (StatusCodes.Status500InternalServerError, tongue["This is a fault of the program; its log says more.", "程序出错，详见日志。"]);
            await AnswerAsync(context, status, words);
        }
    });

    /// <summary>Of answers that nothing has made but a status; null of all others.</summary>
    private static string? WordsOf(HttpContext context) => (context.Response.StatusCode, context.GetEndpoint()) switch
    {
        (StatusCodes.Status404NotFound, null) => PageView.Of(context).Tongue["There is nothing at this address.", "此地址没有内容。"],
        (StatusCodes.Status403Forbidden, _) when HttpMethods.IsGet(context.Request.Method) => PageView.Of(context).Tongue["Your account may not open this.", "您的账户无权打开此页。"],
        _ => null,
    };

    private static Task AnswerAsync(HttpContext context, int status, string words)
    {
        context.Response.Clear();
        IResult answer = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? Results.Problem(words, statusCode: status)
            : new RazorComponentResult<MessagePage>(new { View = PageView.Of(context), Message = words }) { StatusCode = status };
        return answer.ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, Exception fault, string method, string path);
}
