using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout;

/// <summary>Documents with a structure of their own (HTML, DOCX): their tables are real ones, their looks become relative to the body's.</summary>
internal static class FlowLayout
{
    /// <summary>Sizes of one look differ by rounding.</summary>
    private const double SameSize = 0.25;

    /// <param name="page">A page with <see cref="ReadPage.Flow"/>.</param>
    /// <param name="bodySize">See <see cref="BodySize"/>.</param>
    public static IEnumerable<Block> Of(ReadPage page, double bodySize)
    {
        FlowLook? above = null;
        foreach (var source in page.Flow)
            switch (source)
            {
                case FlowBlock.Paragraph paragraph:
                    yield return Line(page.Number, paragraph, above, bodySize) with { AssignedTo = source.AssignedTo };
                    above = paragraph.Look;
                    break;
                case FlowBlock.Grid grid:
                    yield return new Block.OfTable(TableOf(page.Number, grid)) { AssignedTo = source.AssignedTo };
                    above = null;
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
    }

    /// <summary>The size in which most characters of the paragraphs are set; 0 where none is known.</summary>
    public static double BodySize(IEnumerable<ReadPage> pages) => pages
        .SelectMany(page => page.Flow.OfType<FlowBlock.Paragraph>())
        .Where(paragraph => paragraph.Look.FontSize > 0)
        .GroupBy(paragraph => paragraph.Look.FontSize)
        .OrderByDescending(size => size.Sum(paragraph => (long)paragraph.Text.Length)).ThenBy(size => size.Key)
        .Select(size => size.Key)
        .FirstOrDefault();

    private static Block.OfLine Line(int page, FlowBlock.Paragraph source, FlowLook? above, double bodySize) => new(
        new LayoutLine.OfNode(page, source.Node, source.Text),
        new LineLook
        {
            RelativeSize = source.Look.FontSize > 0 && bodySize > 0 ? source.Look.FontSize / bodySize : 1,
            IsBold = source.Look.IsBold,
            IsCentred = source.Look.IsCentred,
            IndentInEm = source.Look.IndentInEm,
            MarkupLevel = source.Look.Level,
            // Nothing is known of white space between paragraphs; a change of look parts them.
            HasGapAbove = above is null || !LookAlike(above, source.Look),
        });

    private static bool LookAlike(FlowLook one, FlowLook other) =>
        one.IsBold == other.IsBold && one.IsCentred == other.IsCentred && one.Level == other.Level && Math.Abs(one.FontSize - other.FontSize) <= SameSize;

    private static Table TableOf(int page, FlowBlock.Grid grid) => new()
    {
        Kind = TableKind.Ruled,
        Rows = grid.Rows,
        Columns = grid.Columns,
        Cells = [.. grid.Cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).Select(cell => CellOf(page, cell))],
    };

    private static TableCell CellOf(int page, FlowCell cell)
    {
        // A blank cell has a line as well: it says where nothing stands.
        var lines = cell.Text.Split('\n').Select(LayoutLine (text) => new LayoutLine.OfNode(page, cell.Node, text)).ToList();
        return new()
        {
            Row = cell.Row,
            Column = cell.Column,
            RowSpan = cell.RowSpan,
            ColumnSpan = cell.ColumnSpan,
            Text = GridTable.Join(lines),
            Lines = lines,
        };
    }
}
