using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

/// <summary>The one row of reviews and litigation, printed as several tables.</summary>
public sealed class SplitRowTests
{
    private const string Leaves = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    private const string Review = "行政复议\t\t\t\t\n" + Leaves + "\n1\t2\t3\t4\t10\n";
    private const string Direct = "未经复议直接起诉\t\t\t\t\n" + Leaves + "\n5\t6\t7\t8\t26\n";
    private const string After = "复议后起诉\t\t\t\t\n" + Leaves + "\n9\t10\t11\t12\t42\n";
    private const string Litigation = "行政诉讼\n未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n" + Leaves + "\t" + Leaves + "\n5\t6\t7\t8\t26\t9\t10\t11\t12\t42\n";

    [Theory]
    [InlineData(Review + "\n" + Litigation)]
    [InlineData(Review + "\n行政诉讼\n" + Direct + "\n" + After)]
    public void Parts_in_the_order_of_the_form_are_one_row(string tables)
    {
        var record = Ingest(tables);

        string[] paths = ["review.upheld", "review.total", "litigation_direct.upheld", "litigation_after_review.upheld", "litigation_after_review.total"];
        Assert.Equal([1, 10, 5, 9, 42], paths.Select(path => record["review_litigation." + path]).Select(field => ((FieldValue.Number)field.Value!).Amount));
        Assert.All(paths, path => Assert.Equal(ReviewState.None, record["review_litigation." + path].Review));
    }

    [Fact]
    public void Parts_in_another_order_are_open()
    {
        var record = Ingest(Litigation + "\n" + Review);

        Assert.All(record.Where(field => field.Key.StartsWith("review_litigation.", StringComparison.Ordinal)),
            field => Assert.Equal(ReviewState.Open, field.Value.Review));
    }

    private static Dictionary<string, RecordField> Ingest(string tables)
    {
        var rows = TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!.Tables.Single(table => table.Key == "requests").Blocks[0].Rows;
        var requests = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n" + string.Join('\n', rows.Select(row => row.Label + " 0 0 0 0 0 0 0"));
        return TextReports.Ingest("石门县教育局2021年政府信息公开工作年度报告\n\n一、总体情况\n\n本年工作如下。\n\n二、主动公开政府信息情况\n\n另行公布。\n\n"
            + $"三、收到和处理政府信息公开申请情况\n\n{requests}\n\n四、政府信息公开行政复议、行政诉讼情况\n\n{tables}\n\n五、存在的主要问题及改进情况\n\n无。\n")
            .Fields.ToDictionary(field => field.Key, field => field.Value);
    }
}
