using System.Text.RegularExpressions;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>The characters that part the cells of a line of text: a tab, or the pipes and drawn lines of characters.</summary>
internal static partial class CellDelimiter
{
    private const string Drawn = "|｜│┃║";

    public static bool IsIn(string text) => text.Contains('\t') || text.AsSpan().IndexOfAny(Drawn) >= 0;

    /// <summary>The cells from and to which character, delimiters not included; tabs alone part cells where there are any.</summary>
    public static IEnumerable<(int From, int To)> Cells(string text)
    {
        var delimiters = text.Contains('\t') ? "\t" : Drawn;
        var (from, end) = delimiters == Drawn ? Frame(text) : (0, text.Length);
        while (from <= end)
        {
            var length = text.AsSpan(from, end - from).IndexOfAny(delimiters);
            var to = length < 0 ? end : from + length;
            yield return (from, to);
            from = to + 1;
        }
    }

    /// <summary>True where drawn delimiters make at least two cells.</summary>
    public static bool PartsCells(string text) => text.Count(Drawn.Contains) >= 2;

    /// <summary>A line of dashes or of drawing characters only: it parts rows and holds no cells.</summary>
    public static bool IsRule(string text) => Rule().IsMatch(text);

    // Drawn lines may frame the cells; what lies outside the frame is no cell.
    private static (int From, int End) Frame(string text)
    {
        var first = text.Length - text.TrimStart().Length;
        var last = text.TrimEnd().Length - 1;
        var from = first < text.Length && Drawn.Contains(text[first]) ? first + 1 : 0;
        return (from, last >= from && Drawn.Contains(text[last]) ? last : text.Length);
    }

    [GeneratedRegex(@"^(?=.*[-=─━═].*[-=─━═].*[-=─━═])[\s|｜+:=\-\u2500-\u257F]+$")]
    private static partial Regex Rule();
}
