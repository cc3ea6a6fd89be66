namespace GovReportIngest.Reading.Tests.Html;

public sealed class HtmlTableTests
{
    [Fact]
    public void Spans_place_the_cells_and_every_cell_says_where_it_stands()
    {
        var grid = Page.Of("<table><tr><th rowspan=2>甲<th colspan=2>乙</tr><tr><td>丙<td>丁</tr><tr><td>1<td>2<td></tr></table>").Grids.Single();

        Assert.Equal((3, 3), (grid.Rows, grid.Columns));
        Assert.Equal(["0,0 2×1 甲", "0,1 1×2 乙", "1,1 1×1 丙", "1,2 1×1 丁", "2,0 1×1 1", "2,1 1×1 2", "2,2 1×1 "], Page.CellsOf(grid));
        Assert.Equal(["table[1]/tr[1]/td[1]", "table[1]/tr[1]/td[2]", "table[1]/tr[2]/td[1]"], grid.Cells.Take(3).Select(cell => cell.Node));
    }

    [Fact]
    public void Wrong_spans_never_make_cells_overlap_or_leave_the_table()
    {
        var grid = Page.Of("""
            <table><tr><td rowspan=99>甲<td rowspan=2>乙<td colspan=1000000>丙</tr><tr><td colspan=5>丁</tr>
            <tr><td rowspan=0>1<td>2<td colspan=0>3</tr><tr><td>4<td>5</tr></table>
            """).Grids.Single();

        var slots = grid.Cells.SelectMany(cell => Enumerable.Range(cell.Row, cell.RowSpan).SelectMany(row => Enumerable.Range(cell.Column, cell.ColumnSpan).Select(column => (row, column)))).ToList();
        Assert.Equal(slots.Count, slots.Distinct().Count());
        Assert.All(slots, slot => Assert.True(slot.row < grid.Rows && slot.column < grid.Columns));
        Assert.Equal((4, 4), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void A_span_is_cut_where_a_cell_from_above_stands()
    {
        var grid = Page.Of("<table><tr><td>甲<td rowspan=2>乙<td>丙</tr><tr><td colspan=3>丁<td>戊</tr><tr><td>1<td>2<td>3</tr></table>").Grids.Single();

        Assert.Contains("1,0 1×1 丁", Page.CellsOf(grid));
        Assert.Contains("1,2 1×1 戊", Page.CellsOf(grid));
    }

    [Fact]
    public void Head_and_body_are_groups_that_no_span_leaves()
    {
        var grid = Page.Of("<table><tbody><tr><td>1<td>2</tr></tbody><thead><tr><td rowspan=5>甲<td>乙</tr></thead></table>").Grids.Single();

        Assert.Equal(["0,0 1×1 甲", "0,1 1×1 乙", "1,0 1×1 1", "1,1 1×1 2"], Page.CellsOf(grid));
    }

    [Fact]
    public void Rows_and_cells_that_are_not_shown_take_no_place_but_are_counted()
    {
        var grid = Page.Of("<table><tr><td rowspan=2>甲<td>1</tr><tr style='display:none'><td>9</tr><tr><td style='display:none'>8<td>2</tr></table>").Grids.Single();

        Assert.Equal(["0,0 2×1 甲", "0,1 1×1 1", "1,1 1×1 2"], Page.CellsOf(grid));
        Assert.Equal("table[1]/tr[3]/td[2]", grid.Cells[^1].Node);
    }

    [Fact]
    public void Tables_around_the_report_are_only_paragraphs_and_the_innermost_one_is_the_table()
    {
        var page = Page.Of("""
            <table><tr><td colspan=2>某某网</tr><tr><td>栏目<td><table><tr><td>
            <p>一、总体情况</p><table><tr><td>甲<td>乙</tr><tr><td>1<td>2</tr></table><p>二、其他</p></td></tr></table></tr></table>
            """);

        Assert.Equal(["某某网", "栏目", "一、总体情况", "二、其他"], page.Lines);
        Assert.Equal(["0,0 1×1 甲", "0,1 1×1 乙", "1,0 1×1 1", "1,1 1×1 2"], Page.CellsOf(page.Grids.Single()));
        Assert.Equal("table[3]", page.Grids.Single().Node);
    }

    [Fact]
    public void A_table_of_one_cell_inside_a_cell_is_the_cells_text()
    {
        var grid = Page.Of("<table><tr><td>甲<td>乙</tr><tr><td><table><tr><td>1</table></td><td>2</tr></table>").Grids.Single();

        Assert.Equal(["甲", "乙", "1", "2"], grid.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void A_table_of_data_inside_one_of_data_comes_behind_it()
    {
        var page = Page.Of("""
            <table><tr><td>项目<td>数</tr><tr><td>甲<td>1</tr><tr><td>乙<td>2</tr>
            <tr><td colspan=2><table><tr><td>丙<td>丁</tr><tr><td>3<td>4</tr></table></td></tr></table>
            """);

        Assert.Equal(["table[1]", "table[2]"], page.Grids.Select(grid => grid.Node));
        Assert.Equal(["项目", "数", "甲", "1", "乙", "2", ""], page.Grids[0].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Lines_of_a_cell_are_kept_apart()
    {
        var grid = Page.Of("<table><tr><td>社会公益<br>组织<td><p>12</p><p>&nbsp;</p></tr><tr><td>甲<td>3</tr></table>").Grids.Single();

        Assert.Equal(["社会公益\n组织", "12", "甲", "3"], grid.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void A_menu_in_a_table_is_no_table()
    {
        var page = Page.Of("<table><tr><td><a href=1>甲</a><td><a href=2>乙</a></tr><tr><td><a href=3>丙</a><td><a href=4>丁</a></tr></table><p>一、总体情况</p>");

        Assert.Empty(page.Grids);
        Assert.Equal(["一、总体情况"], page.Lines);
    }
}
