using System.Text;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Html;

namespace GovReportIngest.Reading.Tests.Html;

/// <summary>What is left of a web page.</summary>
internal sealed record Page(IReadOnlyList<HtmlPiece> Pieces)
{
    public static Page Of(string html) => Of(Encoding.UTF8.GetBytes(html));

    public static Page Of(byte[] html) => new(HtmlReader.Read(html).Pieces);

    public IEnumerable<FlowBlock.Paragraph> Paragraphs => Pieces.OfType<HtmlPiece.Line>().Select(line => line.Paragraph);

    public IEnumerable<string> Lines => Paragraphs.Select(line => line.Text);

    public IReadOnlyList<FlowBlock.Grid> Grids => [.. Pieces.OfType<HtmlPiece.Table>().Select(table => table.Grid)];

    /// <summary>Every cell as <c>row,column rows×columns text</c>.</summary>
    public static IEnumerable<string> CellsOf(FlowBlock.Grid grid) =>
        grid.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}×{cell.ColumnSpan} {cell.Text}");
}
