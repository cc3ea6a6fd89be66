namespace GovReportIngest.Cli.Speech;

/// <summary>
/// The language the program speaks to people. Both texts stand side by side where they are used, so that neither falls behind:
/// <c>tongue["Reading", "正在读取"]</c>. Codes in records and <c>--json</c> are never translated.
/// </summary>
internal sealed class Tongue(bool isChinese)
{
    public bool IsChinese { get; } = isChinese;

    public string this[string english, string chinese] => IsChinese ? chinese : english;

    /// <summary>From <c>--lang</c> or GOVREPORT_LANG if given, else from the locale (LC_ALL, LC_MESSAGES, LANG).</summary>
    public static Tongue Choose(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var asked = Asked(arguments) ?? NotEmpty(environment("GOVREPORT_LANG"));
        var locale = asked ?? NotEmpty(environment("LC_ALL")) ?? NotEmpty(environment("LC_MESSAGES")) ?? environment("LANG");
        return new(locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true);
    }

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
