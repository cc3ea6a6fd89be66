using System.Diagnostics;
using GovReportIngest.Core.Interpret.Metadata;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>Parts a file where a person said that its reports begin: every part is a report, whatever is found in it.</summary>
public sealed class GuidedParting(FormMatcher forms)
{
    /// <param name="layout">Of the whole file.</param>
    /// <param name="pages">All of them.</param>
    /// <param name="starts">Of all reports but the first; places that the file has not are passed over.</param>
    /// <returns>The reports in their order; at least one.</returns>
    public IReadOnlyList<ReportPart> Part(LayoutDocument layout, IReadOnlyList<ReadPage> pages, IReadOnlyList<ReportStart> starts)
    {
        var blocks = layout.Blocks;
        List<(int Index, int? Page)> cuts = [.. starts.Select(start => CutAt(blocks, pages, start)).Where(cut => cut.Index > 0 && cut.Index < blocks.Count).DistinctBy(cut => cut.Index).OrderBy(cut => cut.Index)];
        var parts = new List<ReportPart>();
        foreach (var (from, to) in cuts.Prepend((Index: 0, Page: null)).Zip(cuts.Append((Index: blocks.Count, Page: null))))
        {
            var own = cuts.Count == 0 ? layout : new LayoutDocument([.. blocks.Take(to.Index).Skip(from.Index)]);
            var first = from.Index == 0 ? 1 : from.Page ?? ReportParting.PagesOf(blocks[from.Index]).First;
            var last = to.Index == blocks.Count ? int.MaxValue : to.Page - 1 ?? ReportParting.PagesOf(blocks[to.Index - 1]).Last;
            List<ReadPage> ownPages = [.. pages.Where(page => page.Number >= first && page.Number <= last)];
            parts.Add(new(own, ownPages, forms.Match(own, ownPages)));
        }

        return parts;
    }

    /// <summary>The block with which the report begins, and its page where the report begins with that; 0 where the file has no such place.</summary>
    private static (int Index, int? Page) CutAt(IReadOnlyList<Block> blocks, IReadOnlyList<ReadPage> pages, ReportStart start)
    {
        switch (start)
        {
            case ReportStart.OnPage(var page):
                var number = pages.FirstOrDefault(known => known.SourcePage == page)?.Number;
                return (Math.Max(0, IndexOf(blocks, block => ReportParting.PagesOf(block).First >= number)), number);
            case ReportStart.OnLine(var line):
                return (TitleAbove(blocks, IndexOf(blocks, block => LinesOf(block).OfType<LayoutLine.OfText>().Any(own => own.Number >= line))), null);
            case ReportStart.AtNode(var node):
                return (TitleAbove(blocks, IndexOf(blocks, block => LinesOf(block).OfType<LayoutLine.OfNode>().Any(own => own.Node == node))), null);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>People point to the first heading of a report, as titles in the middle of a file are nothing that a record shows: the title above it begins the report.</summary>
    private static int TitleAbove(IReadOnlyList<Block> blocks, int index)
    {
        if (index <= 0)
            return 0;
        var from = index;
        while (from > 0 && blocks[from - 1] is Block.OfLine)
            from--;
        var head = blocks.Take(index + 1).Skip(from).ToList();
        return ReportTitle.Find(head, head).Lines is [var title, ..] ? from + head.FindIndex(block => ReferenceEquals(block, title)) : index;
    }

    private static int IndexOf(IReadOnlyList<Block> blocks, Func<Block, bool> isIt) => blocks.Index().Where(block => isIt(block.Item)).Select(block => block.Index).FirstOrDefault(-1);

    private static IEnumerable<LayoutLine> LinesOf(Block block) => block is Block.OfLine line ? [line.Line] : ((Block.OfTable)block).Table.Cells.SelectMany(cell => cell.Lines);
}
