namespace GovReportIngest.Core.Layout.Headings;

/// <summary>Decides from numbering and look whether a line can be a heading that stands alone.</summary>
internal static class HeadingRules
{
    private const int LongestTitle = 45;
    private const int LongestDigitTitle = 28;
    private const string SentenceMarks = "。；！？;!?";
    private const string EndMarks = "。；！？;!?：:…";

    public static bool IsHeading(Block.OfLine line, Numbering numbering)
    {
        if (line.Look.IsRunning)
            return false;
        var title = TitleOf(numbering);
        if (title.Length == 0 || title.Length > LongestTitle || title.Any(SentenceMarks.Contains))
            return false;
        // A colon inside leads into a sentence; only at the end it belongs to a heading.
        if (title.Contains('：') || title.Contains(':'))
            return false;
        return numbering.Style switch
        {
            NumberingStyle.None => false,
            NumberingStyle.Chapter or NumberingStyle.Han or NumberingStyle.HanInBrackets => !RunsOn(line),
            NumberingStyle.Digit or NumberingStyle.DigitInBrackets =>
                title.Length <= LongestDigitTitle && !title.Contains('，') && !RunsOn(line),
            _ => false,
        };
    }

    /// <summary>
    /// True for a heading too long for its line: the rest stands on the next line, ends short of the margin and without a mark,
    /// and text that begins anew follows.
    /// </summary>
    public static bool IsWrappedHeading(Block.OfLine line, Numbering numbering, Block.OfLine? rest, Block.OfLine? after)
    {
        if (!RunsOn(line) || rest is null || rest.Look.ReachesRightMargin || rest.Look.IsRunning || rest.Look.HasGapAbove)
            return false;
        var tail = rest.Line.Text.Trim();
        if (Numbering.Of(tail).Style is not NumberingStyle.None || tail.Any(EndMarks.Contains))
            return false;
        // What follows a heading begins a paragraph; after the last line of a paragraph it would do so as well, but that line has its mark.
        if (after is null || !(after.Look.HasGapAbove || after.Look.IndentInEm >= 1.2 || Numbering.Of(after.Line.Text).Style is not NumberingStyle.None))
            return false;
        var whole = numbering with { Rest = numbering.Rest + tail };
        return IsHeading(line with { Look = line.Look with { ReachesRightMargin = false } }, whole);
    }

    /// <summary>Without number and closing colon.</summary>
    public static string TitleOf(Numbering numbering) => numbering.Rest.TrimEnd().TrimEnd('：', ':').TrimEnd();

    // A full line of body type goes on below; a heading in larger or bold type may be as long.
    private static bool RunsOn(Block.OfLine line) =>
        line.Look is { ReachesRightMargin: true, IsBold: false, RelativeSize: < 1.1 };
}
