using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

/// <summary>Tables with one cell a line, in which a blank cell is only a blank line more.</summary>
public sealed class BlankLineTests
{
    private static readonly string[] Court = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    public void A_blank_cell_is_where_the_blank_line_is(string separator)
    {
        var record = Ingest(separator, Enumerable.Range(11, 15).Select(value => value == 14 ? "" : $"{value}"));

        var field = record["review_litigation.review.pending"];
        Assert.Equal((FieldState.Blank, ReviewState.None), (field.State, field.Review));
        Assert.Equal(LineOf(record["review_litigation.review.other_result"]) + separator.Length, LineOf(field));
        Assert.Equal(new FieldValue.Number(15), record["review_litigation.review.total"].Value);
    }

    [Fact]
    public void Blank_cells_at_the_end_of_a_table_are_told_from_the_gap_before_the_next_heading()
    {
        var record = Ingest("\n", Enumerable.Range(11, 15).Select(value => value > 22 ? "" : $"{value}"));

        Assert.Equal(FieldState.Blank, record["review_litigation.litigation_after_review.total"].State);
        Assert.Equal(new FieldValue.Number(22), record["review_litigation.litigation_after_review.corrected"].Value);
    }

    [Fact]
    public void Blank_cells_below_a_label_with_spaces_are_seen()
    {
        var labels = TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!.Tables.Single(table => table.Key == "requests").Blocks[0].Rows;
        var body = "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" + string.Join('\n', labels.Select(row =>
            row.Label.Replace("）", "） ", StringComparison.Ordinal) + (row.Key == "partial_grant" ? "\n\n\n\n1\n1\n\n2" : "\n1\n1\n1\n1\n1\n1\n6")));

        var record = Fields(TextReports.Ingest(Report(body)));

        Assert.Equal((FieldState.Blank, ReviewState.None), (record["requests.partial_grant.natural_person"].State, record["requests.partial_grant.natural_person"].Review));
        Assert.Equal(new FieldValue.Number(2), record["requests.partial_grant.total"].Value);
    }

    [Fact]
    public void A_lost_value_is_not_taken_for_a_blank_cell()
    {
        var record = Ingest("\n", Enumerable.Range(11, 14).Select(value => $"{value}"));

        Assert.Equal(ReviewState.Open, record["review_litigation.review.upheld"].Review);
    }

    [Fact]
    public void A_number_alone_in_its_row_is_not_split_where_blank_cells_were_lost()
    {
        var record = Fields(TextReports.Ingest(Report($"{Requests("1 2 3 4 5 6 21", "1234567", "1 2 4")}")));

        Assert.Equal(ReviewState.Open, record["requests.carried_over.natural_person"].Review);
        Assert.Equal(new FieldValue.Number(21), record["requests.new_received.total"].Value);
    }

    private static int LineOf(RecordField field) => Assert.IsType<Evidence.InText>(Assert.Single(field.Evidence)).Line;

    private static Dictionary<string, RecordField> Ingest(string separator, IEnumerable<string> values) =>
        Fields(TextReports.Ingest(Report($"{Requests("1 2 3 4 5 6 21", "0 0 0 0 0 0 0", "0 0 0 0 0 0 0")}\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
            + string.Join(separator, [.. Court, .. Court, .. Court, .. values]) + "\n\n五、存在的主要问题及改进情况\n\n本年还有不足。\n\n六、其他需要报告的事项\n\n无。")));

    private static string Report(string body) => $"石门县教育局2021年政府信息公开工作年度报告\n\n一、总体情况\n\n本年工作如下。\n\n二、主动公开政府信息情况\n\n本表另行公布。\n\n三、收到和处理政府信息公开申请情况\n\n{body}\n";

    private static string Requests(params string[] rows)
    {
        var labels = TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!.Tables.Single(table => table.Key == "requests").Blocks[0].Rows;
        return "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
            + string.Join('\n', labels.Select((row, index) => $"{row.Label} {rows[Math.Min(index, rows.Length - 1)]}"));
    }

    private static Dictionary<string, RecordField> Fields(ReportRecord record) => record.Fields.ToDictionary(field => field.Key, field => field.Value);
}
