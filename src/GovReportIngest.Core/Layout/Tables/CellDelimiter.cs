using System.Text.RegularExpressions;
using GovReportIngest.Core.Layout.Lines;

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
        var from = 0;
        while (from <= text.Length)
        {
            var length = text.AsSpan(from).IndexOfAny(delimiters);
            var to = length < 0 ? text.Length : from + length;
            yield return (from, to);
            from = to + 1;
        }
    }

    /// <summary>
    /// Takes off the drawn lines that frame a table at its sides, which are no delimiters; where some rows have none, none is
    /// a frame, but the border of a blank cell.
    /// </summary>
    public static IReadOnlyList<LayoutLine.OfText> WithoutFrame(IReadOnlyList<LayoutLine.OfText> rows)
    {
        var frames = rows.Select(row => Frame(row.Content)).ToList();
        return frames.Any(frame => frame is null) ? rows
            : [.. rows.Zip(frames, (row, frame) => Cut(row, frame!.Value.From, frame.Value.To))];
    }

    private static LayoutLine.OfText Cut(LayoutLine.OfText row, int from, int to) =>
        new(row.Number, row.ColumnAt(from), row.Content[from..to]);

    private static (int From, int To)? Frame(string text)
    {
        var first = text.Length - text.TrimStart().Length;
        var last = text.TrimEnd().Length - 1;
        return !text.Contains('\t') && first < last && Drawn.Contains(text[first]) && Drawn.Contains(text[last]) ? (first + 1, last) : null;
    }

    /// <summary>True where drawn delimiters make at least two cells.</summary>
    public static bool PartsCells(string text) => text.Count(Drawn.Contains) >= 2;

    /// <summary>A line of dashes or of drawing characters only: it parts rows and holds no cells.</summary>
    public static bool IsRule(string text) => Rule().IsMatch(text);

    [GeneratedRegex(@"^(?=.*[-=─━═].*[-=─━═].*[-=─━═])[\s|｜+:=\-\u2500-\u257F]+$")]
    private static partial Regex Rule();
}
