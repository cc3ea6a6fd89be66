namespace GovReportIngest.Storage.Search;

/// <summary>Part of a text around what was asked for.</summary>
/// <param name="Before">In front of it; begins with … where the line does not.</param>
/// <param name="Match">As the text has it.</param>
/// <param name="After">Behind it; ends with … where the line does not.</param>
public sealed record SearchSnippet(string Before, string Match, string After)
{
    private const int Around = 40;

    /// <summary>Around the first place of the first word; null where no line has it.</summary>
    public static SearchSnippet? Of(string text, string question)
    {
        if (SearchGrams.Fold(question).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not [var word, ..])
            return null;
        foreach (var line in text.Split('\n'))
            if (SearchGrams.Fold(line).IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                var (from, end) = (Math.Max(0, at - Around), Math.Min(line.Length, at + word.Length + Around));
                return new((from > 0 ? "…" : "") + line[from..at], line[at..(at + word.Length)], line[(at + word.Length)..end] + (end < line.Length ? "…" : ""));
            }

        return null;
    }
}
