using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using static GovReportIngest.Core.Tests.Layout.DrawnPage;

namespace GovReportIngest.Core.Tests.Layout.Tables;

public sealed class FigureTableTests
{
    [Fact]
    public void Three_rules_make_a_table_whose_columns_stand_under_their_names()
    {
        var page = new DrawnPage().Across(100, 50, 350).Across(120, 50, 350).Across(160, 50, 350)
            .Write(60, 104, "项目").Write(160, 104, "本年").Write(220, 104, "上年").Write(300, 104, "合计")
            .Write(60, 124, "甲类").Write(170, 124, "1").Write(230, 124, "20").Write(310, 124, "21")
            .Write(60, 144, "乙类").Write(170, 144, "3").Write(230, 144, "4").Write(310, 144, "7");

        Assert.Equal(
            [
                "0,0 1x1 项目", "0,1 1x1 本年", "0,2 1x1 上年", "0,3 1x1 合计", "1,0 1x1 甲类", "1,1 1x1 1", "1,2 1x1 20", "1,3 1x1 21",
                "2,0 1x1 乙类", "2,1 1x1 3", "2,2 1x1 4", "2,3 1x1 7",
            ],
            CellsOf(TableOf(page.Page())));
    }

    [Fact]
    public void Lines_of_a_wrapped_label_go_to_the_figures_they_are_centred_on()
    {
        var page = new DrawnPage().Across(90, 50, 350).Across(200, 50, 350)
            .Write(60, 100, "很长的名称").Write(60, 114, "第二行").Write(200, 107, "1").Write(240, 107, "2").Write(280, 107, "3")
            .Write(60, 130, "短名").Write(200, 130, "4").Write(240, 130, "5").Write(280, 130, "6")
            .Write(60, 150, "另一名称").Write(60, 164, "又一行").Write(60, 178, "末行").Write(200, 164, "7").Write(240, 164, "8").Write(280, 164, "9");

        Assert.Equal(["很长的名称第二行", "短名", "另一名称又一行末行"], TableOf(page.Page()).Cells.Where(cell => cell.Column == 0).Select(cell => cell.Text));
    }

    [Fact]
    public void Lines_of_labels_that_reach_past_each_other_cut_no_figures()
    {
        var page = new DrawnPage().Across(90, 50, 350).Across(200, 50, 350)
            .Write(60, 100, "甲类申请").Write(60, 109, "又一行").Write(200, 104.5, "1").Write(240, 104.5, "2").Write(280, 104.5, "3")
            .Write(60, 116, "乙类申请").Write(200, 116, "4").Write(240, 116, "5").Write(280, 116, "6")
            .Write(60, 140, "丙类申请").Write(200, 140, "7").Write(240, 140, "8").Write(280, 140, "9")
            .Write(60, 160, "丁类申请").Write(200, 160, "10").Write(240, 160, "11").Write(280, 160, "12")
            .Write(60, 180, "戊类申请").Write(200, 180, "13").Write(240, 180, "14").Write(280, 180, "15").Page();

        var cells = TableOf(page).Cells;
        Assert.All(page.Words.Where(word => char.IsDigit(word.Text[0])), word => Assert.Contains(cells,
            cell => cell.Text == word.Text && cell.Regions[0].Box is var box && box.Y <= word.Box.Y && box.Bottom >= word.Box.Bottom));
    }

    [Fact]
    public void A_new_line_of_names_begins_a_section_with_columns_of_its_own()
    {
        var page = new DrawnPage().Across(90, 50, 350).Across(170, 50, 350)
            .Write(60, 100, "甲类").Write(160, 100, "1").Write(230, 100, "2").Write(310, 100, "3")
            .Write(60, 125, "名称").Write(180, 125, "件数").Write(270, 125, "金额")
            .Write(60, 150, "乙类").Write(190, 150, "4").Write(280, 150, "5");

        Assert.Equal(["乙类", "4", "5"], TableOf(page.Page()).Cells.Where(cell => cell.Row == 2).Select(cell => cell.Text));
    }

    [Fact]
    public void A_wide_figure_near_its_unit_is_a_row_like_those_around_it()
    {
        var page = new DrawnPage().Across(90, 50, 350).Across(110, 50, 350).Across(130, 50, 350).Across(150, 50, 350).Across(170, 50, 350)
            .Write(60, 95, "甲类数量").Write(230, 95, "件").Write(310, 95, "12").Write(60, 115, "乙类数量").Write(230, 115, "件").Write(310, 115, "7")
            .Write(60, 135, "所收取的费用").Write(226, 135, "万元").Write(268, 135, "18913.47").Write(60, 155, "丁类数量").Write(230, 155, "件").Write(310, 155, "0");

        Assert.Equal(["12", "7", "18913.47", "0"], TableOf(page.Page()).Cells.Where(cell => cell.Text.Length > 0 && char.IsDigit(cell.Text[0])).Select(cell => cell.Text));
    }

    [Theory]
    [InlineData(117, 1)]
    [InlineData(130, 1)]
    [InlineData(122, 0)]
    public void A_figure_far_from_its_label_is_a_row_where_words_between_are_of_the_label_or_a_unit(double x, int rows)
    {
        var page = new DrawnPage().Write(60, 100, "行政事业性").Write(x, 100, "收费").Write(290, 100, "50363.4").Page();

        Assert.Equal(rows, FigureRow.Find([.. page.Words.SelectMany(TextPiece.Of)]).Count);
    }

    [Fact]
    public void The_end_of_a_long_label_over_the_columns_begins_no_section()
    {
        var page = new DrawnPage().Across(90, 50, 400).Across(110, 50, 400).Across(140, 50, 400).Across(160, 50, 400)
            .Write(60, 95, "甲类").Write(260, 95, "1").Write(310, 95, "2").Write(370, 95, "3")
            .Write(60, 113, "很长的名称一直写到").Write(160, 113, "数字的上方").Write(60, 127, "第二行").Write(260, 122, "4").Write(310, 122, "5").Write(370, 122, "6")
            .Write(60, 145, "丙类").Write(260, 145, "7").Write(310, 145, "8").Write(370, 145, "9");

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9"], TableOf(page.Page()).Cells.Where(cell => cell.Text.Length == 1).Select(cell => cell.Text));
        Assert.Equal(3, TableOf(page.Page()).Rows);
    }

    [Fact]
    public void A_name_centred_on_the_table_stands_in_a_row_of_its_own()
    {
        var page = new DrawnPage().Across(90, 50, 350).Across(110, 50, 350).Across(130, 50, 350).Across(150, 50, 350).Across(170, 50, 350).Across(190, 50, 350)
            .Write(60, 95, "甲类事项").Write(270, 95, "1234").Write(60, 115, "乙类事项").Write(270, 115, "2345")
            .Write(155, 135, "第二部分名称之一").Write(60, 155, "内容").Write(260, 155, "金额").Write(60, 175, "丙类事项").Write(270, 175, "3456");

        var table = TableOf(page.Page());
        Assert.Equal(["1234", "2345", "3456"], table.Cells.Where(cell => cell.Text.Length > 0 && cell.Text.All(char.IsDigit)).Select(cell => cell.Text));
    }

    [Fact]
    public void A_label_alone_between_rules_is_a_blank_row()
    {
        var page = Ruled(90, 8)
            .Write(60, 95, "甲类事项").Write(270, 95, "12").Write(60, 115, "乙类事项").Write(270, 115, "7").Write(60, 135, "丙类事项")
            .Write(60, 155, "丁类事项").Write(60, 175, "戊类事项").Write(60, 195, "己类事项").Write(60, 215, "庚类事项").Write(270, 215, "345");

        Assert.Equal(["甲类事项|12", "乙类事项|7", "丙类事项|", "丁类事项|", "戊类事项|", "己类事项|", "庚类事项|345"], RowsOf(TableOf(page.Page())));
    }

    [Fact]
    public void Sections_whose_rows_are_all_blank_keep_the_columns_of_their_names()
    {
        var page = Ruled(90, 9)
            .Write(90, 95, "内容").Write(180, 95, "制发").Write(300, 95, "废止").Write(60, 115, "甲类事项")
            .Write(90, 135, "内容").Write(260, 135, "数量").Write(60, 155, "乙类事项").Write(265, 155, "7").Write(60, 175, "丙类事项").Write(265, 175, "8")
            .Write(90, 195, "内容").Write(240, 195, "金额（万元）").Write(60, 215, "丁类事项").Write(60, 235, "戊类事项");

        Assert.Equal(["内容|制发|废止", "甲类事项||", "内容|数量", "乙类事项|7", "丙类事项|8", "内容|金额（万元）", "丁类事项|", "戊类事项|"], RowsOf(TableOf(page.Page())));
    }

    [Fact]
    public void Blank_rows_at_the_head_of_a_continued_table_are_rows_up_to_where_its_sides_were_cut_off()
    {
        var page = Ruled(110, 5).Down(50, 85, 190).Down(350, 85, 190)
            .Write(60, 92, "甲类事项").Write(60, 115, "乙类事项").Write(60, 135, "丙类事项").Write(200, 135, "1").Write(320, 135, "2")
            .Write(60, 155, "丁类事项").Write(60, 175, "戊类事项").Write(200, 175, "3").Write(260, 175, "4").Write(320, 175, "7");

        Assert.Equal(["甲类事项|||", "乙类事项|||", "丙类事项|1||2", "丁类事项|||", "戊类事项|3|4|7"], RowsOf(TableOf(page.Page())));
    }

    [Fact]
    public void A_name_in_the_middle_at_the_foot_of_a_page_is_no_row_of_the_section_above()
    {
        var page = Ruled(90, 6).Down(50, 90, 190).Down(350, 90, 190)
            .Write(90, 95, "内容").Write(190, 95, "上年").Write(290, 95, "本年")
            .Write(80, 115, "甲类事项").Write(297, 115, "5").Write(80, 135, "乙类事项").Write(297, 135, "6").Write(80, 155, "丙类事项").Write(297, 155, "7")
            .Write(170, 175, "第二部分名称");

        Assert.Equal(["甲类事项||5", "乙类事项||6", "丙类事项||7"], RowsOf(TableOf(page.Page())).Where(row => row.Contains("事项", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_first_column_that_few_rows_fill_is_one_of_figures_where_it_stands_apart_from_the_labels()
    {
        var page = Ruled(90, 8);
        for (var row = 0; row < 7; row++)
            page.Write(60, 95 + 20 * row, "某一类的事项").Write(220, 95 + 20 * row, "3").Write(280, 95 + 20 * row, "4");
        page.Write(160, 95, "9");

        Assert.Equal("某一类的事项|9|3|4", RowsOf(TableOf(page.Page())).First());
    }

    [Fact]
    public void A_heading_between_the_rules_of_two_tables_is_no_blank_row()
    {
        var page = new DrawnPage().Across(90, 50, 350).Across(110, 50, 350).Across(130, 50, 350).Across(165, 50, 350).Across(185, 50, 350).Across(205, 50, 350)
            .Write(60, 95, "甲类事项").Write(270, 95, "12").Write(60, 115, "乙类事项").Write(270, 115, "7").Write(60, 142, "二、其他情况")
            .Write(60, 170, "1").Write(140, 170, "2").Write(220, 170, "3").Write(300, 170, "4").Write(60, 190, "5").Write(140, 190, "6").Write(220, 190, "7").Write(300, 190, "8");

        Assert.Equal(["甲类事项 乙类事项", "二、其他情况", "1 5"], LabelsAndLines(page));
    }

    private static DrawnPage Ruled(double top, int rules)
    {
        var page = new DrawnPage();
        for (var rule = 0; rule < rules; rule++)
            page.Across(top + 20 * rule, 50, 350);
        return page;
    }

    private static IEnumerable<string> RowsOf(Table table) =>
        table.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key).Select(row => string.Join('|', row.OrderBy(cell => cell.Column).Select(cell => cell.Text)));

    [Fact]
    public void A_part_of_the_document_between_two_tables_without_rules_is_a_line_of_neither()
    {
        var page = new DrawnPage()
            .Write(60, 100, "甲类").Write(200, 100, "1").Write(240, 100, "2").Write(280, 100, "3")
            .Write(60, 120, "乙类").Write(200, 120, "4").Write(240, 120, "5").Write(280, 120, "6")
            .Write(60, 145, "第二部分").Write(110, 145, "其他情况")
            .Write(60, 170, "丙类").Write(200, 170, "7").Write(240, 170, "8").Write(280, 170, "9")
            .Write(60, 190, "丁类").Write(200, 190, "10").Write(240, 190, "11").Write(280, 190, "12");

        Assert.Equal(["甲类 乙类", "第二部分 其他情况", "丙类 丁类"], LabelsAndLines(page));
    }

    [Fact]
    public void Text_below_a_table_without_rules_is_no_more_of_its_last_label()
    {
        var page = Rows(100, 1).Write(60, 150, "三、其他情况").Write(80, 168, "全年没有收到申请").Write(60, 186, "也没有行政复议。");

        Assert.Equal(["甲类 乙类", "三、其他情况", "全年没有收到申请", "也没有行政复议。"], LabelsAndLines(page));
    }

    [Fact]
    public void Text_set_as_wide_as_the_page_below_a_table_without_rules_is_no_label_however_near() =>
        Assert.Equal(["甲类 乙类", "全年发布的信息比上一年多了许多，"], LabelsAndLines(Rows(100, 1).Write(60, 140, "全年发布的信息比上一年多了许多，")));

    [Fact]
    public void A_wrapped_label_ends_a_table_without_rules()
    {
        var page = new DrawnPage()
            .Write(60, 100, "很长的").Write(60, 112, "名称").Write(200, 100, "1").Write(240, 100, "2").Write(280, 100, "3")
            .Write(60, 130, "另一个").Write(60, 142, "名称").Write(200, 130, "4").Write(240, 130, "5").Write(280, 130, "6")
            .Write(60, 170, "统计说明");

        Assert.Equal(["很长的名称 另一个名称", "统计说明"], LabelsAndLines(page));
    }

    [Fact]
    public void A_heading_without_a_number_parts_two_tables_whose_columns_it_stands_between()
    {
        var page = Rows(100, 1).Write(60, 152, "其他情况");
        page.Words.AddRange(Rows(184, 7).Words);

        Assert.Equal(["甲类 乙类", "其他情况", "甲类 乙类"], LabelsAndLines(page));
    }

    [Fact]
    public void A_row_that_has_only_a_label_parts_no_table()
    {
        var page = Rows(100, 1).Write(60, 140, "其中");
        page.Words.AddRange(Rows(160, 7).Words);

        Assert.Single(Blocks(page.Page()).OfType<Block.OfTable>());
    }

    [Fact]
    public void Lines_of_a_label_that_were_read_as_one_digit_make_no_row()
    {
        var page = new DrawnPage().Across(90, 50, 350).Across(200, 50, 350)
            .Write(60, 100, "甲类事项").Write(200, 100, "1").Write(240, 100, "2").Write(280, 100, "3")
            .Write(60, 130, "乙类事项").Write(200, 130, "4").Write(240, 130, "5").Write(280, 130, "6")
            .Write(60, 160, "丙类事项").Write(200, 160, "7").Write(240, 160, "8").Write(280, 160, "9");
        page.Words.Add(new() { Text = "2", Box = Box.FromEdges(100, 110, 150, 145), Edges = [100, 150], FontSize = 35 });

        Assert.Equal(3, TableOf(page.Page()).Rows);
    }

    [Fact]
    public void Prose_with_numbers_and_a_page_number_are_no_table()
    {
        var page = new DrawnPage().Write(60, 100, "全年办理").Write(110, 100, "12").Write(130, 100, "件，其中").Write(180, 100, "3").Write(190, 100, "件未办结。")
            .Write(60, 120, "收到建议").Write(110, 120, "4").Write(120, 120, "条。").Write(290, 800, "2");

        Assert.Empty(Blocks(page.Page()).OfType<Block.OfTable>());
    }

    [Fact]
    public void A_page_number_between_dashes_is_no_table()
    {
        var page = new DrawnPage().Write(60, 100, "全年办理若干件。").Write(250, 700, "—").Write(270, 700, "2").Write(285, 700, "—");

        Assert.Empty(Blocks(page.Page()).OfType<Block.OfTable>());
    }

    [Fact]
    public void A_page_number_between_dashes_under_the_figures_is_no_row_of_their_table()
    {
        var page = Rows(690, 1).Write(232, 740, "—").Write(246, 740, "3").Write(256, 740, "—");

        Assert.Equal((2, 4), (TableOf(page.Page()).Rows, TableOf(page.Page()).Columns));
    }

    [Theory]
    [InlineData(new[] { 10.0, 30 }, new[] { 3.0, 17, 30 }, new[] { 0, 0, 1 })]
    [InlineData(new[] { 10.0, 40 }, new[] { 10.0, 24, 40 }, new[] { 0, 0, 1 })]
    [InlineData(new[] { 40.0, 60 }, new[] { 10.0, 40, 60 }, new[] { -1, 0, 1 })]
    public void Lines_are_shared_among_rows_by_their_middle_or_their_first_line(double[] rows, double[] lines, int[] expected) =>
        Assert.Equal(expected, RowCuts.Share(rows, [.. lines.Select(y => (y - 4, y + 4))]));

    /// <summary>Two rows, 20 points apart.</summary>
    private static DrawnPage Rows(double y, int first) => new DrawnPage()
        .Write(60, y, "甲类").Write(200, y, $"{first}").Write(240, y, $"{first + 1}").Write(280, y, $"{first + 2}")
        .Write(60, y + 20, "乙类").Write(200, y + 20, $"{first + 3}").Write(240, y + 20, $"{first + 4}").Write(280, y + 20, $"{first + 5}");

    /// <summary>Of each table its first column, of each line its text.</summary>
    [Fact]
    public void A_label_as_far_from_its_neighbours_as_rows_are_is_a_blank_row()
    {
        var page = new DrawnPage().Across(100, 50, 350).Across(120, 50, 350).Across(240, 50, 350)
            .Write(60, 104, "项目").Write(160, 104, "本年").Write(220, 104, "上年").Write(300, 104, "合计")
            .Write(60, 124, "甲类").Write(170, 124, "1").Write(230, 124, "20").Write(310, 124, "21")
            .Write(60, 144, "乙类").Write(170, 144, "1").Write(230, 144, "20").Write(310, 144, "21").Write(60, 164, "丙类")
            .Write(60, 184, "很长的名称").Write(60, 196, "第二行").Write(170, 190, "3").Write(230, 190, "4").Write(310, 190, "7").Write(60, 220, "戊类");

        var table = TableOf(page.Page());

        Assert.Equal((6, 4), (table.Rows, table.Columns));
        Assert.Equal(["项目", "甲类", "乙类", "丙类", "很长的名称第二行", "戊类"], table.Cells.Where(cell => cell.Column == 0).Select(cell => cell.Text));
    }

    [Fact]
    public void Numbers_of_labels_tell_rows_that_stand_as_close_as_lines()
    {
        var page = new DrawnPage().Across(100, 50, 350).Across(120, 50, 350).Across(200, 50, 350)
            .Write(60, 104, "项目").Write(160, 104, "本年").Write(220, 104, "上年").Write(300, 104, "合计")
            .Write(60, 124, "1.甲类").Write(170, 124, "1").Write(230, 124, "20").Write(310, 124, "21").Write(60, 136, "2.乙类").Write(60, 148, "3.丙类")
            .Write(60, 160, "4.丁类").Write(170, 160, "3").Write(230, 160, "4").Write(310, 160, "7").Write(60, 172, "5.戊类").Write(170, 172, "3").Write(230, 172, "4").Write(310, 172, "7");

        Assert.Equal(["项目", "1.甲类", "2.乙类", "3.丙类", "4.丁类", "5.戊类"], TableOf(page.Page()).Cells.Where(cell => cell.Column == 0).Select(cell => cell.Text));
    }

    [Fact]
    public void Names_in_the_middle_of_their_cells_show_columns_without_a_figure()
    {
        var page = new DrawnPage().Across(100, 50, 350).Across(120, 50, 350).Across(160, 50, 350)
            .Write(60, 104, "项目甲乙丙").Write(150, 104, "本年").Write(210, 104, "上年").Write(265, 104, "前年").Write(320, 104, "合计")
            .Write(60, 124, "甲类的数量").Write(227, 124, "20").Write(338, 124, "21")
            .Write(60, 144, "乙类的数量").Write(227, 144, "22").Write(338, 144, "23");

        Assert.Equal(["甲类的数量", "", "20", "", "21"], TableOf(page.Page()).Cells.Where(cell => cell.Row == 1).Select(cell => cell.Text));
    }

    [Fact]
    public void Lines_of_a_figure_around_the_middle_of_its_row_are_of_the_row()
    {
        var page = new DrawnPage().Across(100, 50, 350).Across(120, 50, 350).Across(200, 50, 350)
            .Write(60, 104, "项目").Write(160, 104, "本年").Write(220, 104, "上年").Write(300, 104, "合计")
            .Write(60, 130, "甲类").Write(170, 124, "12345").Write(170, 136, "6").Write(230, 130, "20").Write(310, 130, "21")
            .Write(60, 160, "乙类").Write(170, 160, "3").Write(230, 160, "4").Write(310, 160, "7");

        Assert.Equal(["甲类", "12345 6", "20", "21"], TableOf(page.Page()).Cells.Where(cell => cell.Row == 1).Select(cell => cell.Text));
    }

    [Fact]
    public void Digits_set_apart_all_over_the_page_are_of_one_number()
    {
        var page = new DrawnPage().Across(100, 50, 350).Across(115, 50, 350).Across(300, 50, 350)
            .Write(60, 104, "项目").Write(160, 104, "本年").Write(220, 104, "上年").Write(300, 104, "合计");
        for (var y = 124; y < 290; y += 20)
            page.Write(60, y, "甲类的数量").WriteSpaced(150, y, "1234", 2.5).WriteSpaced(220, y, "56", 2.5).WriteSpaced(290, y, "7890", 2.5);

        Assert.Equal(4, TableOf(page.Page()).Columns);
    }

    private static IEnumerable<string> LabelsAndLines(DrawnPage page) => Blocks(page.Page()).Select(block => block switch
    {
        Block.OfTable table => string.Join(' ', table.Table.Cells.Where(cell => cell.Column == 0).Select(cell => cell.Text)),
        Block.OfLine line => line.Line.Text,
        _ => "",
    });
}
