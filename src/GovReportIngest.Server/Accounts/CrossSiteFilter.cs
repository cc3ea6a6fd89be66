using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace GovReportIngest.Server.Accounts;

/// <summary>Refuses changes that another site makes a browser send: those with a session need the token of a page of ours.</summary>
internal sealed class CrossSiteFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public const string Header = "X-CSRF-TOKEN";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return isSafe || TokenAuthentication.IsUsed(request) || await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.Problem($"Load the page again; programs sign in with a token instead of a cookie.", statusCode: StatusCodes.Status400BadRequest, title: "The request did not come from a page of this server");
    }
}
