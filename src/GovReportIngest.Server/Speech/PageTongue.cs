using GovReportIngest.Core.Speech;
using Microsoft.AspNetCore.Http;

namespace GovReportIngest.Server.Speech;

/// <summary>Which language a page speaks.</summary>
internal static class PageTongue
{
    /// <summary>Holds what the person chose.</summary>
    public const string Cookie = "govreport-language";

    /// <summary>What the person chose, else what the browser prefers.</summary>
    public static Tongue Of(HttpRequest request) => Tongue.OfTag(request.Cookies[Cookie] ?? Preferred(request));

    private static string? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value ?? "")
        .FirstOrDefault(tag => Tongue.IsChineseTag(tag) || tag.StartsWith("en", StringComparison.OrdinalIgnoreCase));
}
