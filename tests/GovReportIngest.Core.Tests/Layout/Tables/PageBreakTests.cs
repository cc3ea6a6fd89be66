using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Read;
using static GovReportIngest.Core.Tests.Layout.DrawnPage;

namespace GovReportIngest.Core.Tests.Layout.Tables;

public sealed class PageBreakTests
{
    private static readonly double[] Xs = [50, 200, 300];

    [Fact]
    public void A_table_goes_on_over_page_numbers_and_its_repeated_header_is_dropped()
    {
        var first = new DrawnPage(1).Grid(Xs, [700, 720, 740]).Write(60, 704, "项目").Write(210, 704, "数量").Write(60, 724, "1.甲").Write(210, 724, "5")
            .Write(280, 780, "—1—");
        var second = new DrawnPage(2).Grid(Xs, [60, 80, 100]).Write(60, 64, "项目").Write(210, 64, "数量").Write(60, 84, "2.乙").Write(210, 84, "6");

        var table = TableOf(first.Page(), second.Page());

        Assert.Equal(1, table.RepeatedHeaders);
        Assert.Equal(["0,0 1x1 项目", "0,1 1x1 数量", "1,0 1x1 1.甲", "1,1 1x1 5", "2,0 1x1 2.乙", "2,1 1x1 6"], CellsOf(table));
    }

    [Fact]
    public void A_row_cut_by_the_break_and_left_open_is_one_row_with_a_region_a_page()
    {
        var first = new DrawnPage(1).Across(700, 50, 300).Across(720, 50, 300)
            .Down(50, 700, 745).Down(200, 700, 745).Down(300, 700, 745)
            .Write(60, 704, "1.甲").Write(210, 704, "5").Write(60, 724, "2.申请人逾期不").Write(210, 724, "6");
        var second = new DrawnPage(2).Across(80, 50, 300).Across(100, 50, 300)
            .Down(50, 60, 100).Down(200, 60, 100).Down(300, 60, 100)
            .Write(60, 64, "补正").Write(60, 84, "3.其他").Write(210, 84, "7");

        var table = TableOf(first.Page(), second.Page());

        Assert.Equal(["0,0 1x1 1.甲", "0,1 1x1 5", "1,0 1x1 2.申请人逾期不补正", "1,1 1x1 6", "2,0 1x1 3.其他", "2,1 1x1 7"], CellsOf(table));
        Assert.Equal([1, 2], table.Cells.Single(cell => cell.Text.StartsWith('2')).Regions.Select(region => region.Page));
    }

    [Fact]
    public void Two_borders_of_a_page_that_are_one_on_the_page_before_make_no_cells()
    {
        var first = new DrawnPage(1).Grid([50, 200, 300], [700, 720, 740]).Write(60, 704, "1.甲").Write(210, 704, "5").Write(60, 724, "2.乙").Write(210, 724, "6");
        var second = new DrawnPage(2).Grid([50, 200, 204, 300], [60, 80, 100]).Write(60, 64, "3.丙").Write(210, 64, "7").Write(60, 84, "4.丁").Write(210, 84, "8");

        var table = TableOf(first.Page(), second.Page());
        Assert.Equal((4, 2), (table.Rows, table.Columns));
        Assert.All(table.Cells, cell => Assert.Equal(1, cell.ColumnSpan));
        Assert.Equal("5 6 7 8", string.Join(' ', table.Cells.Where(cell => cell.Column == 1).Select(cell => cell.Text)));
    }

    [Fact]
    public void Two_numbered_rows_at_a_break_stay_two()
    {
        var first = new DrawnPage(1).Grid(Xs, [700, 720, 740]).Write(60, 704, "1.甲").Write(210, 704, "5").Write(60, 724, "2.乙").Write(210, 724, "6");
        var second = new DrawnPage(2).Grid(Xs, [60, 80, 100]).Write(60, 64, "3.丙").Write(60, 84, "4.丁").Write(210, 84, "8");

        Assert.Equal(4, TableOf(first.Page(), second.Page()).Rows);
    }

    [Fact]
    public void A_blank_value_below_a_header_that_ends_its_page_is_a_cell_of_its_own()
    {
        var first = new DrawnPage(1).Grid([50, 100, 200], [720, 740]).Across(700, 50, 200).Across(720, 100, 200).Down(50, 700, 740).Down(200, 700, 740).Down(100, 700, 740)
            .Write(60, 704, "结果维持").Write(110, 704, "复议").Write(110, 724, "结果纠正");
        first.Rulings.RemoveAll(rule => rule is { Direction: RulingDirection.Horizontal, Position: 720, Start: 50 });
        var second = new DrawnPage(2).Grid([50, 100, 200], [60, 80]).Write(110, 64, "7");

        Assert.Equal(["0,0 2x1 结果维持", "0,1 1x1 复议", "1,1 1x1 结果纠正", "2,0 1x1 ", "2,1 1x1 7"], CellsOf(TableOf(first.Page(), second.Page())));
    }

    [Fact]
    public void A_cell_that_spans_all_rows_of_a_page_is_a_column_of_its_table()
    {
        var first = new DrawnPage(1).Grid([50, 100, 200, 300], [700, 720, 740]).Write(60, 704, "三、").Write(110, 704, "1.甲").Write(210, 704, "5");
        // No rule across meets the leftmost rule of the second page.
        var second = new DrawnPage(2).Down(50, 60, 100).Grid([100, 200, 300], [60, 80, 100])
            .Write(110, 64, "3.丙").Write(210, 64, "7").Write(110, 84, "4.丁").Write(210, 84, "8");

        var table = TableOf(first.Page(), second.Page());

        Assert.Equal((4, 3), (table.Rows, table.Columns));
        Assert.Contains("2,1 1x1 3.丙", CellsOf(table));
    }

    [Fact]
    public void A_label_that_spans_rows_on_both_pages_is_one_cell()
    {
        var first = new DrawnPage(1).Across(700, 50, 300).Across(720, 100, 300).Across(740, 50, 300)
            .Down(50, 700, 740).Down(100, 700, 740).Down(200, 700, 740).Down(300, 700, 740)
            .Write(60, 704, "（三）").Write(110, 704, "1.甲").Write(210, 704, "5").Write(110, 724, "2.乙").Write(210, 724, "6");
        var second = new DrawnPage(2).Grid([50, 100, 200, 300], [60, 80]).Write(110, 64, "3.丙").Write(210, 64, "7");

        var label = TableOf(first.Page(), second.Page()).Cells.Single(cell => cell.Text == "（三）");

        Assert.Equal((0, 3, 2), (label.Row, label.RowSpan, label.Regions.Count));
    }

    [Fact]
    public void Tables_of_other_columns_or_with_text_between_stay_apart()
    {
        var first = new DrawnPage(1).Grid(Xs, [700, 720]).Write(60, 704, "甲").Write(210, 704, "5");
        var other = new DrawnPage(2).Grid([50, 120, 300], [60, 80]).Write(60, 64, "乙").Write(210, 64, "6");
        var after = new DrawnPage(2).Write(60, 40, "三、另一节").Grid(Xs, [60, 80]).Write(60, 64, "乙").Write(210, 64, "6");

        Assert.Equal(2, Blocks(first.Page(), other.Page()).OfType<Block.OfTable>().Count());
        Assert.Equal(2, Blocks(first.Page(), after.Page()).OfType<Block.OfTable>().Count());
    }

    [Fact]
    public void Specks_that_a_scan_left_between_the_parts_do_not_part_a_table()
    {
        var first = new DrawnPage(1).Grid(Xs, [700, 720]).Write(60, 704, "甲").Write(210, 704, "5").Write(400, 740, "|");
        var second = new DrawnPage(2).Write(30, 40, "，").Grid(Xs, [60, 80]).Write(60, 64, "乙").Write(210, 64, "6");

        Assert.Equal(2, TableOf(first.Page(), second.Page()).Rows);
    }

    [Theory]
    [InlineData("申清人情况", 1)]
    [InlineData("行政复议", 0)]
    public void A_header_read_a_little_differently_is_the_same_header(string second, int repeats)
    {
        var table = TableOf(Header(1, "申请人情况", "甲").Page(), Header(2, second, "乙").Page());

        Assert.Equal(repeats * 3, table.RepeatedHeaders);
    }

    private static DrawnPage Header(int number, string group, string label) => new DrawnPage(number)
        .Across(60, 50, 350).Across(80, 150, 350).Across(100, 150, 250).Across(120, 50, 350).Across(140, 50, 350)
        .Down(50, 60, 140).Down(150, 60, 140).Down(250, 80, 140).Down(200, 100, 140).Down(350, 60, 140)
        .Write(200, 64, group).Write(60, 124, label);
}
