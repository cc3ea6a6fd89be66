using Microsoft.AspNetCore.Http;

namespace GovReportIngest.Server.Speech;

/// <summary>The language of a page: both texts stand side by side where they are used.</summary>
public sealed class Tongue(bool isChinese)
{
    /// <summary>Holds what the person chose.</summary>
    public const string Cookie = "govreport-language";

    public bool IsChinese { get; } = isChinese;

    public string Code => IsChinese ? "zh" : "en";

    public string this[string english, string chinese] => IsChinese ? chinese : english;

    /// <summary>What the person chose, else what the browser prefers.</summary>
    public static Tongue Of(HttpRequest request)
    {
        var chosen = request.Cookies[Cookie];
        var preferred = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value ?? "");
        return new((chosen ?? preferred.FirstOrDefault(language => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            || language.StartsWith("en", StringComparison.OrdinalIgnoreCase)) ?? "en").StartsWith("zh", StringComparison.OrdinalIgnoreCase));
    }
}
