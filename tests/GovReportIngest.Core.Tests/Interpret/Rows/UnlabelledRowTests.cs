using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

/// <summary>The one row of a table that has names of columns above it and no label beside it, where a scan spoils the names.</summary>
public sealed class UnlabelledRowTests
{
    private const int Columns = 15;
    private const string Total = "总计";

    [Theory]
    [InlineData(Total)]
    [InlineData("总计汪习")]
    public void The_row_is_found_below_names_behind_which_dirt_was_read(string last) => AssertFound(Fields((column, name) => column == Columns - 1 ? last : name));

    [Fact]
    public void A_name_that_was_not_read_is_not_the_row()
    {
        var header = new RowSegment { Label = "结果维持结果纠正其他结果尚未审结", Values = Cells(1), Blocks = [] };
        var row = new RowSegment { Label = "", Values = Cells(Columns), Blocks = [] };
        Assert.Same(row, Assert.Single(RowAlignment.Of(FormRowPlace.Of(Form, null), [header, row], []).Matches).Segment);

        static ValueToken[] Cells(int count) => [.. Enumerable.Range(0, count).Select(column => new ValueToken("", [], new TableCell { Row = 0, Column = column, Text = "", HasUnreadInk = true }))];
    }

    [Fact]
    public void The_row_is_not_found_below_other_names() => Assert.All(Fields((_, _) => "经办部门"), field => Assert.Null(field.Match));

    [Fact]
    public void The_row_is_found_below_names_that_nobody_can_read_where_a_person_marked_the_table() => AssertFound(Fields((_, _) => "川十人", isGiven: true));

    private static void AssertFound(IReadOnlyList<TableField> fields)
    {
        Assert.Equal(Enumerable.Range(0, Columns).Select(Value), fields.Select(field => field.Token?.Text));
        Assert.All(fields, field => Assert.Empty(field.Doubts));
    }

    private static string Value(int column) => $"{column + 10}";

    private static FormTable Form => TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!.Tables.Single(table => table.Key == "review_litigation");

    private static IReadOnlyList<TableField> Fields(Func<int, string, string> printed, bool isGiven = false)
    {
        var names = Form.Blocks[0].Columns.Select((column, index) => new TableCell { Row = 0, Column = index, Text = printed(index, column.Label) });
        var values = Enumerable.Range(0, Columns).Select(column => new TableCell { Row = 1, Column = column, Text = Value(column) });
        Block table = new Block.OfTable(new() { Kind = TableKind.Ruled, Rows = 2, Columns = Columns, Cells = [.. names, .. values] });
        return TableFields.Of(TableMatch.Of(Form, SegmentReader.Read([table], CellLines.Of([table]), []), isGiven));
    }
}
