using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Read;
using static GovReportIngest.Core.Tests.Layout.DrawnPage;

namespace GovReportIngest.Core.Tests.Layout.Tables;

public sealed class RuledTableTests
{
    private static readonly double[] Xs = [50, 150, 250, 350];
    private static readonly double[] Ys = [100, 120, 140, 160];

    [Fact]
    public void A_cell_without_inner_rules_spans_rows_and_columns()
    {
        var page = new DrawnPage()
            .Across(100, 50, 350).Across(120, 150, 350).Across(140, 50, 350).Across(160, 50, 350)
            .Down(50, 100, 160).Down(150, 100, 160).Down(250, 120, 160).Down(350, 100, 160)
            .Write(60, 115, "项目").Write(220, 104, "申请人").Write(160, 124, "甲").Write(260, 124, "乙")
            .Write(60, 144, "数量").Write(160, 144, "17").Write(260, 144, "8");

        Assert.Equal(
            ["0,0 2x1 项目", "0,1 1x2 申请人", "1,1 1x1 甲", "1,2 1x1 乙", "2,0 1x1 数量", "2,1 1x1 17", "2,2 1x1 8"],
            CellsOf(TableOf(page.Page())));
    }

    [Fact]
    public void Double_rules_gaps_and_overshoots_make_no_cells_of_their_own()
    {
        var page = new DrawnPage().Grid([50, 150, 250], [100, 120, 140])
            .Across(101.8, 50, 250).Down(51.5, 98, 143).Across(120.6, 47, 148).Across(119.5, 152, 254)
            .Write(60, 104, "甲").Write(160, 104, "5").Write(60, 124, "乙").Write(160, 124, "9");

        Assert.Equal(["0,0 1x1 甲", "0,1 1x1 5", "1,0 1x1 乙", "1,1 1x1 9"], CellsOf(TableOf(page.Page())));
    }

    [Fact]
    public void Sides_without_a_rule_end_where_the_rules_across_end()
    {
        var page = new DrawnPage().Across(100, 50, 250).Across(120, 50, 250).Across(140, 50, 250).Down(150, 100, 140)
            .Write(60, 104, "甲").Write(160, 104, "5").Write(60, 124, "乙").Write(160, 124, "9");

        Assert.Equal(["0,0 1x1 甲", "0,1 1x1 5", "1,0 1x1 乙", "1,1 1x1 9"], CellsOf(TableOf(page.Page())));
    }

    [Fact]
    public void Tables_beside_each_other_are_read_from_left_to_right_though_the_left_one_begins_lower()
    {
        var page = new DrawnPage().Grid([50, 100, 150], [103, 143, 163]).Grid([200, 250, 300], [100, 120, 160]).Grid([50, 100, 150], [180, 200])
            .Write(60, 110, "甲").Write(110, 145, "1").Write(210, 104, "乙").Write(260, 130, "2").Write(60, 184, "丙").Write(110, 184, "3");

        Assert.Equal(["甲", "乙", "丙"], Blocks(page.Page()).OfType<Block.OfTable>().Select(table => table.Table.Cells.First(cell => cell.Text.Length > 0).Text));
    }

    [Fact]
    public void A_word_over_a_border_is_cut_at_its_characters()
    {
        var page = new DrawnPage().Grid([50, 150, 250], [100, 120, 140])
            .Write(140, 104, "12").Write(145, 124, "34");
        page.Words[0] = page.Words[0] with { Box = Box.FromEdges(140, 104, 162, 114), Edges = [140, 149, 162] };

        Assert.Equal(["0,0 1x1 1", "0,1 1x1 2", "1,0 1x1 3", "1,1 1x1 4"], CellsOf(TableOf(page.Page())));
    }

    [Fact]
    public void A_framed_paragraph_and_an_underline_are_no_tables()
    {
        var page = new DrawnPage().Grid([50, 550], [50, 90]).Write(60, 60, "本段加了边框。")
            .Across(300, 50, 200).Write(60, 285, "划线的文字");

        var blocks = Blocks(page.Page());

        Assert.Empty(blocks.OfType<Block.OfTable>());
        Assert.Equal(["本段加了边框。", "划线的文字"], LinesOf(blocks));
    }

    [Fact]
    public void A_border_a_scan_lost_in_one_row_is_put_back()
    {
        var page = new DrawnPage().Grid([50, 150, 350], Ys).Down(250, 100, 119).Down(250, 141, 160).Write(60, 104, "甲");

        Assert.Equal(9, TableOf(page.Page(PageReading.Ocr)).Cells.Count);
    }

    [Fact]
    public void A_border_is_not_put_back_under_writing_that_runs_over_it()
    {
        var page = new DrawnPage().Grid([50, 150, 350], Ys).Down(250, 100, 119).Down(250, 141, 160).Write(215, 124, "横跨两列的文字");

        Assert.Contains("1,1 1x2 横跨两列的文字", CellsOf(TableOf(page.Page(PageReading.Ocr))));
    }

    [Fact]
    public void Cells_never_overlap_where_rules_are_broken()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var page = new DrawnPage().Grid(Xs, Ys).Write(60, 104, "甲");
            page.Rulings.Clear();
            foreach (var y in Ys)
                for (var i = 0; i < 3; i++)
                    if (y is 100 or 160 || random.Next(3) > 0)
                        page.Across(y, Xs[i], Xs[i + 1]);
            foreach (var x in Xs)
                for (var i = 0; i < 3; i++)
                    if (x is 50 or 350 || random.Next(3) > 0)
                        page.Down(x, Ys[i], Ys[i + 1]);

            foreach (var table in Blocks(page.Page(PageReading.Ocr)).OfType<Block.OfTable>().Select(block => block.Table))
                Assert.Equal(table.Rows * table.Columns, table.Cells.Sum(cell => cell.RowSpan * cell.ColumnSpan));
        }
    }

    [Fact]
    public void Columns_of_a_table_ruled_across_only_come_from_the_white_between_numbers()
    {
        var page = new DrawnPage().Across(100, 50, 450).Across(120, 200, 450).Across(140, 50, 450).Across(160, 50, 450).Across(180, 50, 450)
            .Down(50, 100, 180).Down(450, 100, 180)
            .Write(300, 104, "申请人").Write(210, 124, "自然人").Write(300, 124, "企业").Write(400, 124, "总计").Write(60, 115, "项目")
            .Write(60, 144, "一、本年新收").Write(220, 144, "12").Write(305, 144, "3456").Write(405, 144, "3468")
            .Write(60, 164, "二、上年结转").Write(220, 164, "7").Write(310, 164, "0").Write(410, 164, "7");

        Assert.Equal(
            [
                "0,0 2x1 项目", "0,1 1x3 申请人", "1,1 1x1 自然人", "1,2 1x1 企业", "1,3 1x1 总计",
                "2,0 1x1 一、本年新收", "2,1 1x1 12", "2,2 1x1 3456", "2,3 1x1 3468",
                "3,0 1x1 二、上年结转", "3,1 1x1 7", "3,2 1x1 0", "3,3 1x1 7",
            ],
            CellsOf(TableOf(page.Page())));
    }

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(1, 37.3, -20, 0)]
    [InlineData(0.7, 0, 0, 0)]
    [InlineData(1.6, 5, 9, 0)]
    [InlineData(1, 0, 0, 11)]
    [InlineData(1, 0, 0, 12)]
    public void Moving_scaling_and_shuffling_a_page_changes_nothing(double scale, double right, double down, int shuffle)
    {
        var page = new DrawnPage().Grid(Xs, Ys).Write(200, 40, "某局年度报告").Write(60, 70, "一、").Write(85, 70, "总体情况")
            .Write(60, 104, "甲").Write(160, 104, "15").Write(260, 104, "乙丙").Write(60, 124, "丁").Write(160, 144, "0").Write(70, 200, "表后的文字。");

        var plain = Blocks(page.Page());
        var moved = Blocks(page.Page(PageReading.TextLayer, x => x * scale + right, y => y * scale + down, shuffle));

        Assert.Equal(LinesOf(plain), LinesOf(moved));
        Assert.Equal(CellsOf(TableOf(page.Page())), CellsOf(Assert.Single(moved.OfType<Block.OfTable>()).Table));
    }

    [Fact]
    public void Every_word_is_in_one_line_or_one_cell()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var page = new DrawnPage().Grid(Xs, Ys);
            for (var i = 0; i < 40; i++)
                page.Write(random.Next(20, 500), random.Next(20, 700), $"字{i}");

            var blocks = Blocks(page.Page());
            var read = string.Concat(LinesOf(blocks)) + string.Concat(blocks.OfType<Block.OfTable>().SelectMany(block => block.Table.Cells).Select(cell => cell.Text));

            Assert.Equal(page.Words.SelectMany(word => word.Text).Order(), read.Where(character => character != ' ').Order());
        }
    }
}
