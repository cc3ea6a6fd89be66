using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

public sealed class GridTokensTests
{
    [Fact]
    public void A_figure_that_was_read_as_words_among_unread_ones_is_a_value()
    {
        var row = Assert.Single(GridTokens.Rows(Row("", "", "", "十0", "", "")));
        Assert.All(row, token => Assert.Equal(LineTokenKind.Value, token.Kind));
    }

    [Fact]
    public void A_label_left_of_unread_figures_stays_a_label()
    {
        var row = Assert.Single(GridTokens.Rows(Row("三、其他", "", "", "", "")));
        Assert.Equal(LineTokenKind.Label, row[0].Kind);
        Assert.All(row.Skip(1), token => Assert.Equal(LineTokenKind.Value, token.Kind));
    }

    [Fact]
    public void Labels_beside_a_few_unread_figures_stay_labels()
    {
        var row = Assert.Single(GridTokens.Rows(Row("许可", "", "处罚", "", "强制", "")));
        Assert.Equal([LineTokenKind.Label, LineTokenKind.Value, LineTokenKind.Label, LineTokenKind.Value, LineTokenKind.Label, LineTokenKind.Value], row.Select(token => token.Kind));
    }

    [Fact]
    public void Dashes_that_were_read_as_a_character_do_not_make_their_column_one_of_words()
    {
        var rows = GridTokens.Rows(Grid([.. Enumerable.Range(1, 6).Select(i => new[] { $"第{i}种申请", "12", "3", "一", "40", "5" })])).ToList();
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.All(row.Skip(1), token => Assert.Equal(LineTokenKind.Value, token.Kind)));
    }

    [Fact]
    public void Dashes_in_rows_of_groups_do_not_make_a_column_of_units_one_of_figures()
    {
        var rows = GridTokens.Rows(Grid([["名称", "单位", "数量"], ["第一部分", "——", "——"], ["甲类事项", "件", "5"], ["乙类事项", "条", "6"], ["第二部分", "——", "——"], ["丙类事项", "件", "7"]])).ToList();
        Assert.Equal(["5", "6", "7"], rows.SelectMany(row => row).Where(token => token.Kind is LineTokenKind.Value && token.Value.Text.All(char.IsAsciiDigit)).Select(token => token.Value.Text));
        Assert.DoesNotContain(rows.SelectMany(row => row), token => token.Kind is LineTokenKind.Value && token.Value.Text is "件" or "条");
    }

    [Fact]
    public void A_row_of_a_grid_whose_label_was_lost_is_a_row_of_its_own()
    {
        Block table = new Block.OfTable(Grid([["甲类申请", "1", "2", "3", "4"], ["", "5", "6", "7", "8"]]));
        var segments = SegmentReader.Read([table], CellLines.Of([table]), []);
        Assert.Equal([4, 5], segments.Select(segment => segment.Values.Count));
    }

    [Fact]
    public void A_word_of_a_header_that_was_read_as_a_figure_is_no_value()
    {
        Block table = new Block.OfTable(Grid([["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果维持", "23"], ["1", "2", "3", "4", "10", "5", "6"]]));
        var segment = Assert.Single(SegmentReader.Read([table], CellLines.Of([table]), []));
        Assert.Equal(["1", "2", "3", "4", "10", "5", "6"], segment.Values.Select(value => value.Text));
    }

    [Fact]
    public void Unread_ink_left_of_all_labels_is_dust_and_before_a_unit_a_figure()
    {
        Block dusty = new Block.OfTable(Row("", "第二十条第（六）项", "", ""));
        Assert.Equal(2, Assert.Single(SegmentReader.Read([dusty], CellLines.Of([dusty]), [])).Values.Count);
        Block priced = new Block.OfTable(Row("", "万元"));
        Assert.Single(Assert.Single(SegmentReader.Read([priced], CellLines.Of([priced]), [])).Values);
    }

    [Fact]
    public void A_column_with_the_names_of_a_few_groups_and_blanks_beside_them_is_none_of_figures()
    {
        var rows = GridTokens.Rows(Grid([.. Enumerable.Range(1, 6).Select(i => new[] { i == 3 ? "不予公开" : "", $"第{i}种申请", "12", "3", "7", "40", "5" })])).ToList();
        Assert.All(rows, row => Assert.Equal(5, row.Count(token => token.Kind is LineTokenKind.Value)));
        Assert.Equal(LineTokenKind.Label, rows[2][0].Kind);
    }

    [Fact]
    public void Strokes_at_the_edge_of_a_scan_before_the_labels_are_no_figures()
    {
        Block table = new Block.OfTable(Grid([.. Enumerable.Range(1, 6).Select(i => new[] { i == 2 ? "" : "|", $"第{i}种申请", "12", "3", "7", "40", "5" })]));
        Assert.All(SegmentReader.Read([table], CellLines.Of([table]), []), segment => Assert.Equal(["12", "3", "7", "40", "5"], segment.Values.Select(value => value.Text)));
    }

    private static Table Grid(string[][] texts) => new()
    {
        Kind = TableKind.Ruled,
        Rows = texts.Length,
        Columns = texts[0].Length,
        Cells = [.. texts.SelectMany((row, y) => row.Select((text, x) => new TableCell { Row = y, Column = x, Text = text }))],
    };

    /// <summary>One row of a scanned grid; empty texts are ink that is not read yet.</summary>
    private static Table Row(params string[] texts) => new()
    {
        Kind = TableKind.Ruled,
        Rows = 1,
        Columns = texts.Length,
        Cells = [.. texts.Select((text, column) => new TableCell { Row = 0, Column = column, Text = text, HasUnreadInk = text.Length == 0 })],
    };
}
