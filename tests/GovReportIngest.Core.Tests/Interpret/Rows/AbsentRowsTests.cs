using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

/// <summary>The row 规章, which most agencies have no reason to print, on a scan.</summary>
public sealed class AbsentRowsTests
{
    private const double Height = 20;

    [Fact]
    public void A_row_is_absent_where_the_next_one_stands_right_under_the_header() =>
        Assert.True(IsShownAbsent(("信息内容", "本年制发件数", 0), ("行政规范性文件", "", 1)));

    [Fact]
    public void Room_for_another_row_leaves_it_open() =>
        Assert.False(IsShownAbsent(("信息内容", "本年制发件数", 0), ("行政规范性文件", "", 2)));

    [Fact]
    public void A_label_cell_that_holds_more_leaves_it_open() =>
        Assert.False(IsShownAbsent(("信息内容", "本年制发件数", 0), ("见章行政规范性文件", "", 1)));

    [Fact]
    public void A_row_of_cells_whose_label_was_lost_leaves_it_open() =>
        Assert.False(IsShownAbsent(("信息内容", "本年制发件数", 0), ("", "", 1), ("行政规范性文件", "", 2)));

    /// <param name="rows">Labels, texts of the three cells beside them (ink that is not read where empty), and places counted in rows.</param>
    private static bool IsShownAbsent(params (string Label, string Text, int Place)[] rows)
    {
        var form = TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!.Tables.Single(table => table.Key == "proactive_disclosure");
        Block grid = new Block.OfTable(new()
        {
            Kind = TableKind.Ruled,
            Rows = rows.Length,
            Columns = 4,
            Cells = [.. rows.SelectMany((row, y) => Enumerable.Range(0, 4).Select(x => Cell(x == 0 ? row.Label : row.Text, y, x, row.Place, isNumber: x > 0)))],
        });
        var table = TableMatch.Of(form, SegmentReader.Read([grid], CellLines.Of([grid]), []));
        var absent = TableFields.Of(table).First(field => field.Path == "proactive_disclosure.regulations.issued");
        Assert.Null(absent.Match);
        return new AbsentRows(table, new LostRows(table), isScanned: true).IsShown(absent.Place);
    }

    private static TableCell Cell(string text, int row, int column, int place, bool isNumber) => new()
    {
        Row = row,
        Column = column,
        Text = text,
        HasUnreadInk = isNumber && text.Length == 0,
        Regions = [new(1, PageFrame.Identity, new(100 * column, 100 + Height * place, 100, Height))],
    };
}
