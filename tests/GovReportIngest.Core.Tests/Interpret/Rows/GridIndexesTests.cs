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
        Assert.Empty(indexes.In(Grid(["3", "5", "1"])));
    }

    [Fact]
    public void A_table_of_another_width_that_goes_on_with_the_count_is_the_rest_of_the_table()
    {
        var indexes = new GridIndexes();
        indexes.In(First);
        Assert.Equal([1], indexes.In(Grid(["甲", "03", "5"], ["乙", "04", "1"])));
    }

    [Fact]
    public void A_column_that_counts_numbers_the_rows_without_a_name()
    {
        Assert.Equal([1], new GridIndexes().In(Grid(["甲", "7", "0"], ["乙", "8", "3"], ["丙", "9", "1"], ["丁", "10", "0"], ["戊", "12", "0"], ["己", "13", "4"], ["庚", "", "2"])));
        Assert.Equal([1], new GridIndexes().In(Grid(["甲", "02", "0"], ["乙", "03", "3"], ["丙", "04", "1"])));
        Assert.Equal([0], new GridIndexes().In(Grid(["2", "7"], ["3", "8"], ["5 6", "9"], ["7", "2"], ["8", "3"])));
    }

    [Fact]
    public void A_column_that_counts_but_for_a_mark_or_for_a_few_rows_only_holds_figures()
    {
        Assert.Empty(new GridIndexes().In(Grid(["甲", "7", "0"], ["乙", "8", "3"], ["丙", "9", "1"])));
        Assert.Empty(new GridIndexes().In(Grid(["甲", "1"], ["乙", "2"], ["丙", "3"], ["丁", "/"], ["戊", "4"], ["己", "5"], ["庚", "6"])));
        Assert.Empty(new GridIndexes().In(Grid(["甲", "1"], ["乙", "2"], ["丙", "2"], ["丁", "3"], ["戊", "4"], ["己", "5"], ["庚", "6"])));
    }

    [Theory]
    [InlineData("序号 统计指标", 0)]
    [InlineData("序号统计指标", 0)]
    [InlineData("统计指标 代码", 1)]
    public void A_header_cell_over_several_columns_names_the_one_that_counts(string header, int column)
    {
        string[][] rows = column == 0 ? [["4", "7"], ["5", "3"], ["6", "0"]] : [["7", "4"], ["3", "5"], ["0", "6"]];
        Assert.Equal([column], new GridIndexes().In(Headed(header, rows)));
    }

    [Theory]
    [InlineData("序号 统计指标", "4", "7", "9")]
    [InlineData("统计指标", "4", "5", "6")]
    public void A_header_cell_over_several_columns_names_none_that_does_not_count(string header, params string[] figures) =>
        Assert.Empty(new GridIndexes().In(Headed(header, [.. figures.Select(figure => new[] { figure, "8" })])));

    private static Table Headed(string header, string[][] rows)
    {
        var grid = Grid([["", ""], .. rows]);
        return grid with { Cells = [new TableCell { Row = 0, Column = 0, Text = header, ColumnSpan = 2 }, .. grid.Cells.Where(cell => cell.Row > 0)] };
    }

    private static Table Grid(params string[][] texts) => new()
    {
        Kind = TableKind.Ruled,
        Rows = texts.Length,
        Columns = texts[0].Length,
        Cells = [.. texts.SelectMany((row, y) => row.Select((text, x) => new TableCell { Row = y, Column = x, Text = text }))],
    };
}
