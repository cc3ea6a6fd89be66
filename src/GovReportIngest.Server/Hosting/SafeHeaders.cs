using Microsoft.AspNetCore.Builder;

namespace GovReportIngest.Server.Hosting;

/// <summary>What browsers are told of every answer: nothing from elsewhere, no script but our files, no frame around a page.</summary>
internal static class SafeHeaders
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
        return next(context);
    });
}
