using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

/// <summary>Figures of a grid that no row claims, between rows that are whole.</summary>
public sealed class LoosePartTests
{
    private const int Row = 3;

    [Theory]
    [InlineData("")]
    [InlineData("某一栏目的说明")]
    public void Rows_beside_figures_without_a_label_are_asked(string label)
    {
        var doubted = Fields(label, ["1145", "1315", "1232"]).Where(field => field.Doubts.Count > 0).Select(field => field.Match!.SegmentIndex).Distinct().Count();

        Assert.Equal(label.Length == 0 ? 2 : 0, doubted);
    }

    [Fact]
    public void A_single_figure_without_a_label_is_dirt() =>
        Assert.DoesNotContain(Fields("", ["1145"]), field => field.Doubts.Contains("row-uncertain"));

    private static FormTable Form => TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!.Tables.Single(table => table.Key == "requests");

    /// <summary>Of the table with a row of so many figures between its rows.</summary>
    private static IReadOnlyList<TableField> Fields(string label, IReadOnlyList<string> figures)
    {
        var (block, cells) = (Form.Blocks[0], new List<TableCell>());
        var labels = block.Rows.Select(row => row.Label).ToList();
        labels.Insert(Row, label);
        for (var row = 0; row < labels.Count; row++)
        {
            cells.Add(new() { Row = row, Column = 0, Text = labels[row] });
            cells.AddRange(Enumerable.Range(0, block.Columns.Count).Select(column => new TableCell
            {
                Row = row,
                Column = column + 1,
                Text = row != Row ? $"{row}{column}7" : column < figures.Count ? figures[column] : "",
            }));
        }

        Block table = new Block.OfTable(new() { Kind = TableKind.Ruled, Rows = labels.Count, Columns = block.Columns.Count + 1, Cells = cells });
        return TableFields.Of(TableMatch.Of(Form, SegmentReader.Read([table], CellLines.Of([table]), []), isGiven: false));
    }
}
