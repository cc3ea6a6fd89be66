using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Metadata;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>
/// Parts a file that holds several reports. A border is sure where a title of another agency or year stands above sections that
/// begin anew, and what lies on either side fits a form by itself. Where it is not sure, the file stays one report with an open
/// item.
/// </summary>
public sealed class ReportParting(FormMatcher forms)
{
    private const string SeveralReports = "several-reports";

    /// <summary>A hostile file may begin anew without end; each trial takes as long as the matching of a file.</summary>
    private const int MostTrials = 8;

    private const int MostLinesOfHead = 60;
    private const int FewestCommonRows = 3;

    /// <summary>The reports in their order; one for nearly every file.</summary>
    public IReadOnlyList<ReportPart> Part(LayoutDocument layout, IReadOnlyList<ReadPage> pages)
    {
        var beginnings = Beginnings(layout.Blocks);
        var borders = Borders(layout.Blocks, beginnings);
        var parts = Parts(layout, pages, borders, borders.Count == 0 ? null : TitleAbove(layout.Blocks, Math.Min(beginnings[0], borders[0].Index)));
        return [.. parts.Select(part => part with { Items = [.. Doubts(part, parts.Count == 1 ? beginnings : Beginnings(part.Layout.Blocks))] })];
    }

    /// <summary>Indices of the headings of first sections (一、总体情况).</summary>
    private List<int> Beginnings(IReadOnlyList<Block> blocks)
    {
        var first = forms.Forms.Select(form => form.Sections[0]).DistinctBy(section => string.Join('|', section.Names.Select(name => name.Text))).ToList();
        return [.. Enumerable.Range(0, blocks.Count).Where(index => first.Exists(section => SectionFinder.IsHeadedAt(section, blocks, index)))];
    }

    private readonly record struct Border(int Index, TitleNames Title);

    /// <summary>Where a title stands between two first sections.</summary>
    private static List<Border> Borders(IReadOnlyList<Block> blocks, List<int> beginnings)
    {
        var borders = new List<Border>();
        for (var i = 1; i < beginnings.Count; i++)
            if (BorderAbove(blocks, beginnings[i - 1], beginnings[i]) is { } border)
                borders.Add(border);
        return borders;
    }

    private static Border? BorderAbove(IReadOnlyList<Block> blocks, int before, int beginning)
    {
        var from = beginning;
        while (from > before + 1 && beginning - from < MostLinesOfHead && blocks[from - 1] is Block.OfLine)
            from--;
        var head = blocks.Take(beginning).Skip(from).ToList();
        var (lines, _) = ReportTitle.Find(head, head);
        if (lines.Count == 0)
            return null;
        var title = TitleNames.Of(lines);
        var start = head.FindIndex(block => ReferenceEquals(block, lines[0]));
        for (var i = head.Count - 1; i >= 0; i--)
            if (!lines.Contains(head[i], ReferenceEqualityComparer.Instance) && TitleNames.Of(head[i]) is { } other)
            {
                // A cover page repeats the title; another title leaves open which of them begins the report.
                if (!other.MayBeOf(title))
                    return null;
                start = Math.Min(start, i);
            }

        return new(TopOfPage(blocks, from + start, from), title);
    }

    /// <summary>Short lines above a title at the top of its page belong to it.</summary>
    private static int TopOfPage(IReadOnlyList<Block> blocks, int title, int lowest)
    {
        var page = PagesOf(blocks[title]).First;
        var top = title;
        while (top > lowest && blocks[top - 1] is Block.OfLine line && line.Line.Page == page && !line.Line.Text.Contains('。'))
            top--;
        return top > 0 && PagesOf(blocks[top - 1]).Last < page ? top : title;
    }

    /// <summary>Drops borders on one side of which is no report, or the same one, and matches what is left.</summary>
    private List<ReportPart> Parts(LayoutDocument layout, IReadOnlyList<ReadPage> pages, List<Border> borders, TitleNames? title)
    {
        var parts = new List<(ReportPart Part, int Start)>();
        var (start, trials) = (0, 0);
        foreach (var border in borders)
        {
            if (trials >= MostTrials)
                break;
            if (title is not { } named || border.Title.MayBeOf(named) || Cut(layout, pages, start, border.Index) is not { Match.Form: not null } part)
            {
                trials++;
                title ??= border.Title;
                continue;
            }

            parts.Add((part, start));
            (start, title) = (border.Index, border.Title);
        }

        var last = Cut(layout, pages, start, layout.Blocks.Count);
        while (parts.Count > 0 && last.Match.Form is null)
        {
            last = Cut(layout, pages, parts[^1].Start, layout.Blocks.Count);
            parts.RemoveAt(parts.Count - 1);
        }

        return [.. parts.Select(part => part.Part), last];
    }

    private static TitleNames? TitleAbove(IReadOnlyList<Block> blocks, int end)
    {
        List<Block> head = [.. blocks.Take(end).TakeLast(MostLinesOfHead)];
        var (lines, _) = ReportTitle.Find(head, head);
        return lines.Count == 0 ? null : TitleNames.Of(lines);
    }

    private ReportPart Cut(LayoutDocument layout, IReadOnlyList<ReadPage> pages, int from, int to)
    {
        if (from == 0 && to == layout.Blocks.Count)
            return new(layout, pages, forms.Match(layout, pages));
        var blocks = new LayoutDocument([.. layout.Blocks.Take(to).Skip(from)]);
        var first = from == 0 ? 1 : PagesOf(layout.Blocks[from]).First;
        var last = to == layout.Blocks.Count ? int.MaxValue : PagesOf(layout.Blocks[to - 1]).Last;
        // Nobody knows to which of the reports an unreadable page between them belongs.
        while (pages.Any(page => page.Number == first - 1 && page.IsLost))
            first--;
        while (last < int.MaxValue && pages.Any(page => page.Number == last + 1 && page.IsLost))
            last++;
        List<ReadPage> own = [.. pages.Where(page => page.Number >= first && page.Number <= last)];
        return new(blocks, own, forms.Match(blocks, own));
    }

    /// <summary>Another report may stand in a part: the same rows stand above and below a title, or a first section.</summary>
    private IEnumerable<DocumentItem> Doubts(ReportPart part, List<int> beginnings)
    {
        var blocks = part.Layout.Blocks;
        var names = Enumerable.Range(0, blocks.Count).Select(index => (Index: index, Names: TitleNames.Of(blocks[index])))
            .Where(title => title.Names is not null).Select(title => (title.Index, Names: title.Names!.Value)).ToList();
        var others = names.Skip(1).Where(title => !title.Names.MayBeOf(names[0].Names)).Select(title => title.Index);
        var places = new SortedSet<int>(others);
        for (var i = 1; i < beginnings.Count; i++)
            places.Add(beginnings[i]);
        // Where the heading of the first report's first section is lost, the only one found is the second report's.
        if (beginnings.Count > 0 && beginnings[0] > MostLinesOfHead)
            places.Add(beginnings[0]);
        foreach (var cut in places.Where(cut => !IsCopyBeside(part, cut, names)).Take(MostTrials))
            if (ShareRows(Cut(part.Layout, part.Pages, 0, cut).Match, Cut(part.Layout, part.Pages, cut, blocks.Count).Match))
            {
                var page = part.Pages.FirstOrDefault(page => page.Number == PagesOf(blocks[cut]).First);
                return [new(SeveralReports, page is null ? [] : [page.SourcePage],
                    "The file may hold several reports: rows of one table stand in it twice. Part the file, or check that all fields are of the report meant.")];
            }

        return [];
    }

    /// <summary>A saved web page with the same report as a file beside it.</summary>
    private static bool IsCopyBeside(ReportPart part, int cut, List<(int Index, TitleNames Names)> names)
    {
        var blocks = part.Layout.Blocks;
        var (first, here) = (PagesOf(blocks[0]).First, PagesOf(blocks[cut]).First);
        return first != here && part.Pages.Any(page => page.Number == first && page.Flow.Count > 0)
            && names.TrueForAll(title => title.Names.MayBeOf(names[0].Names));
    }

    private static bool ShareRows(FormMatch above, FormMatch below)
    {
        var (one, other) = (RowsOf(above), RowsOf(below));
        var common = one.Count(other.Contains);
        return common >= FewestCommonRows && common * 2 >= Math.Min(one.Count, other.Count);
    }

    private static HashSet<string> RowsOf(FormMatch match) => [.. match.Tables.Where(table => table.IsFound)
        .SelectMany(table => table.Alignment.Matches.Select(row => table.Table.PathOf(row.Place.Row, row.Place.Block.Columns[0])))];

    internal static (int First, int Last) PagesOf(Block block)
    {
        if (block is Block.OfLine line)
            return (line.Line.Page, line.Line.Page);
        var cells = ((Block.OfTable)block).Table.Cells;
        var pages = cells.SelectMany(cell => cell.Regions.Select(region => region.Page).Concat(cell.Lines.Select(text => text.Page))).DefaultIfEmpty(1).ToList();
        return (pages.Min(), pages.Max());
    }
}
