using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Speech;

/// <summary>Which language a command speaks.</summary>
internal static class TongueChoice
{
    /// <summary>From <c>--lang</c> or GOVREPORT_LANG if given, else from the locale (LC_ALL, LC_MESSAGES, LANG).</summary>
    public static Tongue Of(IReadOnlyList<string> arguments, Func<string, string?> environment) =>
        Tongue.OfTag(Asked(arguments) ?? NotEmpty(environment("GOVREPORT_LANG"))
            ?? NotEmpty(environment("LC_ALL")) ?? NotEmpty(environment("LC_MESSAGES")) ?? environment("LANG"));

    // Help texts are made before the command line is parsed, so the one option they depend on is looked up here.
    private static string? Asked(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
            if (arguments[i] == "--lang" && i + 1 < arguments.Count)
                return arguments[i + 1];
            else if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal))
                return arguments[i]["--lang=".Length..];
        return null;
    }

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
