using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>A title that stands in the file besides the one that was taken.</summary>
internal sealed record RepeatedTitle(TitleNames Names, string Text, Evidence Place);

/// <summary>
/// Finds repeats of the title: on cover pages and in running headers. On web pages and in text files titles of other reports stand as
/// links around the report, so that there only one in the looks of a title above the report counts.
/// </summary>
internal static class RepeatedTitles
{
    private const int MostRepeats = 40;

    /// <param name="head">What stands above the first section.</param>
    /// <param name="all">All blocks.</param>
    /// <param name="title">The lines of the title that was taken.</param>
    public static IReadOnlyList<RepeatedTitle> Find(IReadOnlyList<Block> head, IReadOnlyList<Block> all, IReadOnlyList<Block.OfLine> title)
    {
        var running = all.OfType<Block.OfLine>().Where(line => line.Look.IsRunning).DistinctBy(line => line.Line.Text);
        var above = head.OfType<Block.OfLine>().TakeWhile(line => !line.Line.Text.Contains('。', StringComparison.Ordinal)).Where(line => !line.Look.IsRunning && MayBeTitle(line, title[0]));
        return [.. running.Concat(above).Where(line => !title.Contains(line, ReferenceEqualityComparer.Instance))
            .Select(line => ReportTitle.NamesOn(line) is { } names ? new RepeatedTitle(names, line.Line.Text.Trim(), line.Line.Locate()) : null)
            .OfType<RepeatedTitle>().Take(MostRepeats)];
    }

    private static bool MayBeTitle(Block.OfLine line, Block.OfLine title) => line.Line is not LayoutLine.OfPage
        ? line.Look.MarkupLevel == title.Look.MarkupLevel && line.Look.IsCentred == title.Look.IsCentred && line.Look.IsBold == title.Look.IsBold
        : line.Look.RelativeSize >= 1.12 || line.Look.IsCentred;
}
