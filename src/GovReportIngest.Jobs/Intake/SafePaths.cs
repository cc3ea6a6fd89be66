using System.Globalization;
using System.Text;

namespace GovReportIngest.Jobs.Intake;

/// <summary>Names that others chose, as paths below a folder of ours.</summary>
public static class SafePaths
{
    private const int MostPartBytes = 255;
    private const int MostBytes = 1024;

    /// <summary>
    /// The path with slashes; backslashes part folders too, as in archives from Windows. Null where it would lead out of the folder (absolute,
    /// <c>..</c>, a drive), has no name, is longer than file systems take, or has characters that act on a terminal.
    /// </summary>
    public static string? Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Replace('\\', '/').Split('/');
        var isSafe = parts.All(IsSafe) && Encoding.UTF8.GetByteCount(path) <= MostBytes && !(parts[0].Length == 2 && parts[0][1] == ':');
        return isSafe ? string.Join('/', parts) : null;
    }

    private static bool IsSafe(string part) => part.Length > 0 && part is not ("." or "..")
        && Encoding.UTF8.GetByteCount(part) <= MostPartBytes && !part.EnumerateRunes().Any(Acts);

    private static bool Acts(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
