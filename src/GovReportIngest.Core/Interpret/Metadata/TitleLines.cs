using System.Text.RegularExpressions;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>Tells which lines at the head of a report are parts of one title: on paper by their looks, in text by their shape.</summary>
internal static partial class TitleLines
{
    /// <summary>Sizes of one title differ by rounding; on scans they are measured.</summary>
    private const double SameSize = 0.12;

    /// <summary>Of a line of so few characters the size says less: some fill their square, others do not; and nor does their weight.</summary>
    private const int FewCharacters = 2;
    private const double SizeOfFew = 0.35;

    private const double Display = 1.12;
    private const int LongestRest = 8;
    private const int LongestPart = 40;

    /// <summary>Each line goes on with the next.</summary>
    public static bool AreOne(IReadOnlyList<Block.OfLine> lines) =>
        Enumerable.Range(1, lines.Count - 1).All(index => lines[index].Line is LayoutLine.OfPage
            ? LookAlike(lines[index - 1], lines[index])
            : !lines[index].Look.HasGapAbove);

    /// <summary>The line at <paramref name="index"/>, behind a title, is more of it.</summary>
    public static bool GoesOn(List<Block.OfLine> lines, int index)
    {
        if (index >= lines.Count)
            return false;
        var (last, next) = (lines[index - 1], lines[index]);
        if (next.Line is LayoutLine.OfPage)
            return LookAlike(last, next);
        return !next.Look.HasGapAbove && next.Line.Text.Trim().Length <= LongestRest && Words().IsMatch(next.Line.Text);
    }

    /// <summary>
    /// The line before <paramref name="index"/>, where a title was found, is its beginning. In text nothing but a missing place
    /// in the agency's name tells that from a line of navigation.
    /// </summary>
    public static bool BeginsAbove(List<Block.OfLine> lines, int index, bool namesPlace)
    {
        if (index == 0)
            return false;
        var (above, first) = (lines[index - 1], lines[index]);
        if (first.Line is LayoutLine.OfPage)
            return LookAlike(above, first);
        return !namesPlace && !first.Look.HasGapAbove && above.Line.Text.Trim().Length <= LongestPart && Words().IsMatch(above.Line.Text);
    }

    /// <summary>Joins what stands character by character: <c>某 局 2 0 2 3 年</c>.</summary>
    public static string WithoutLetterSpacing(string text)
    {
        var pieces = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return pieces.Length >= LongestRest && pieces.Count(piece => piece.Length == 1) * 5 >= pieces.Length * 4 ? string.Concat(pieces) : text;
    }

    private static bool LookAlike(Block.OfLine above, Block.OfLine below)
    {
        if (above.Line.Page != below.Line.Page || below.Look.HasGapAbove)
            return false;
        var (size, other) = (above.Look.RelativeSize, below.Look.RelativeSize);
        var isShort = below.Line.Text.Trim().Length <= FewCharacters;
        if (Math.Abs(size - other) > (isShort ? SizeOfFew : SameSize) * Math.Max(size, other) || (above.Look.IsBold != below.Look.IsBold && !isShort))
            return false;
        // In the size of the body only the middle of the page tells a title from a paragraph.
        return Math.Min(size, other) >= Display || (below.Look.IsCentred && (above.Look.IsCentred || above.Look.ReachesRightMargin));
    }

    // No sentence, no list of facts about the document, no date.
    [GeneratedRegex(@"^[\s\p{IsCJKUnifiedIdeographs}（）()0-9]*\p{IsCJKUnifiedIdeographs}[\s\p{IsCJKUnifiedIdeographs}（）()]*$")]
    private static partial Regex Words();
}
