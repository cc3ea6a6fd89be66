using System.Globalization;
using System.Text;

namespace GovReportIngest.Cli.Speech;

/// <summary>Names of files and words of documents are written by others: on a terminal they must not act.</summary>
internal static class TerminalText
{
    /// <summary>Controls (escape sequences, line ends) and invisible marks that turn the direction of writing become U+FFFD.</summary>
    public static string Printable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EnumerateRunes().Any(Acts))
            return text;
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            printable.Append((Acts(rune) ? Rune.ReplacementChar : rune).ToString());
        return printable.ToString();
    }

    private static bool Acts(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
