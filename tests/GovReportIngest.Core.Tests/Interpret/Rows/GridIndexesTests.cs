using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

public sealed class GridIndexesTests
{
    private static readonly Table First = Grid(["代码", "申请数"], ["01", "7"], ["02", "3"]);

    [Fact]
    public void The_rest_of_a_table_on_the_next_page_goes_on_with_the_count()
    {
        var indexes = new GridIndexes();
        Assert.Equal([0], indexes.In(First));
        Assert.Equal([0], indexes.In(Grid(["03", "5"], ["04", "6"])));
        Assert.Equal([0], indexes.In(Grid(["05", "5"])));
    }

    [Fact]
    public void A_column_that_does_not_go_on_with_the_count_holds_figures()
    {
        var indexes = new GridIndexes();
        indexes.In(First);
        Assert.Empty(indexes.In(Grid(["07", "5"], ["08", "6"])));
    }

    [Fact]
    public void A_table_of_another_width_is_another_table()
    {
        var indexes = new GridIndexes();
        indexes.In(First);
        Assert.Empty(indexes.In(Grid(["03", "5", "1"])));
    }

    private static Table Grid(params string[][] texts) => new()
    {
        Kind = TableKind.Ruled,
        Rows = texts.Length,
        Columns = texts[0].Length,
        Cells = [.. texts.SelectMany((row, y) => row.Select((text, x) => new TableCell { Row = y, Column = x, Text = text }))],
    };
}
