using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout.Tables;
using static GovReportIngest.Core.Tests.Layout.DrawnPage;

namespace GovReportIngest.Core.Tests.Layout.Tables;

public sealed class WrappedFigureTests
{
    [Fact]
    public void Figures_that_go_on_below_between_two_rules_are_one_row()
    {
        var page = Ruled(90, 112, 144, 176)
            .Write(60, 96, "甲类").Write(200, 96, "7").Write(240, 96, "20").Write(280, 96, "0")
            .Write(60, 123, "乙类").Write(200, 117, "1,5").Write(240, 123, "3").Write(280, 117, "12,1").Write(200, 130, "73").Write(280, 130, "90")
            .Write(60, 155, "丙类").Write(200, 149, "2,3").Write(240, 149, "24,").Write(280, 155, "5").Write(200, 162, "13").Write(240, 162, "063");

        Assert.Equal(["甲类 7 20 0", "乙类 1,573 3 12,190", "丙类 2,313 24,063 5"], RowsOf(page));
        Assert.Equal(["1,573", "3", "12,190"], GridTokens.Rows(TableOf(page.Page())).ElementAt(1).Skip(1).Select(token => token.Text));
    }

    [Fact]
    public void Labels_on_every_line_make_them_no_rows_of_their_own_where_a_number_is_cut()
    {
        var page = Ruled(90, 122)
            .Write(60, 95, "很长的名称").Write(200, 95, "1,5").Write(240, 95, "2,3").Write(280, 95, "4,5")
            .Write(60, 108, "又一行").Write(200, 108, "73").Write(240, 108, "10").Write(280, 108, "00");

        Assert.Equal(["很长的名称又一行 1,573 2,310 4,500"], RowsOf(page));
    }

    [Fact]
    public void Dense_rows_with_labels_between_the_rules_of_a_table_ruled_above_and_below_stay_rows()
    {
        var page = Ruled(90, 122)
            .Write(60, 95, "甲类").Write(200, 95, "15").Write(240, 95, "2").Write(280, 95, "3")
            .Write(60, 108, "乙类").Write(200, 108, "73").Write(240, 108, "1").Write(280, 108, "4");

        Assert.Equal(["甲类 15 2 3", "乙类 73 1 4"], RowsOf(page));
    }

    private static DrawnPage Ruled(params double[] ys)
    {
        var page = new DrawnPage();
        foreach (var y in ys)
            page.Across(y, 50, 350);
        return page;
    }

    private static IEnumerable<string> RowsOf(DrawnPage page) =>
        TableOf(page.Page()).Cells.GroupBy(cell => cell.Row).Select(row => string.Join(' ', row.OrderBy(cell => cell.Column).Select(cell => cell.Text.Replace(" ", "", StringComparison.Ordinal))));
}
