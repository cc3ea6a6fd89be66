using System.Globalization;
using System.Text.RegularExpressions;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Core.Tests.Interpret;

/// <summary>
/// Five real reports, which lie beside a developer's checkout: exact with nothing open but the agency of the one whose title
/// lacks its district. All their figures are 0, so distinct numbers are also put into every cell of their own layouts.
/// </summary>
public sealed partial class SeedTests(ITestOutputHelper output)
{
    private const int Variants = 50;

    public static TheoryData<string, string, int, string[]> Seeds => new()
    {
        {
            "000", "龙亭区政务服务和大数据管理局", 2023,
            ["1 总体情况", "2 领导重视，组织健全", "2 主动公开情况", "2 依申请公开情况", "2 强化监督保障", "1 主动公开政府信息情况",
                "1 收到和处理政府信息公开申请情况", "1 政府信息公开行政复议、行政诉讼情况", "1 存在的主要问题及改进情况", "1 其他需要报告的事项"]
        },
        {
            "001", "周口市行政服务中心", 2023,
            ["1 总体情况", "2 主动公开方面", "2 依申请公开情况", "2 政府信息管理", "2 政务公开平台建设方面", "2 监督保障方面", "1 主动公开政府信息情况",
                "1 收到和处理政府信息公开申请情况", "1 政府信息公开行政复议、行政诉讼情况", "1 存在的主要问题及改进情况", "1 其他需要报告的事项"]
        },
        {
            "002", "新华区政务服务和大数数据管理局", 2023,
            ["1 总体情况", "2 主动公开", "2 依申请公开", "2 政府信息管理", "2 政府信息公开平台建设", "2 监督保障", "1 主动公开政府信息情况",
                "1 收到和处理政府信息公开申请情况", "1 政府信息公开行政复议、行政诉讼情况", "1 存在的主要问题及改进情况", "1 其他需要报告的事项"]
        },
        {
            "003", "政务服务和大数据管理局", 2022,
            ["1 总体情况", "2 主动公开情况", "2 依申请公开情况", "2 强化监督保障", "1 主动公开政府信息情况",
                "1 收到和处理政府信息公开申请情况", "1 政府信息公开行政复议、行政诉讼情况", "1 存在的主要问题及改进情况", "1 其他需要报告的事项"]
        },
        {
            "004", "卫东区政务服务和大数据管理局", 2023,
            ["1 总体情况", "2 主动公开信息情况", "2 依申请公开情况", "2 政府信息管理", "2 政府信息公开平台建设", "2 监督保障", "1 主动公开政府信息情况",
                "1 收到和处理政府信息公开申请情况", "1 政府信息公开行政复议、行政诉讼情况", "1 存在的主要问题及改进情况", "1 其他需要报告的事项"]
        },
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_real_report_is_exact(string seed, string agency, int year, string[] headings)
    {
        if (Text(seed) is not { } text)
            return;
        var record = TextReports.Ingest(text);
        Assert.Equal("cn-gov-disclosure-annual/2021", record.Form?.Id);
        Assert.Equal(new FieldValue.Words(agency), Field(record, "report.agency").Value);
        Assert.Equal(new FieldValue.Number(year), Field(record, "report.year").Value);
        var table = record.Fields.Where(field => !field.Key.StartsWith("report.", StringComparison.Ordinal)).ToList();
        Assert.Equal(200, table.Count);
        Assert.All(table, field => Assert.Equal(new FieldValue.Number(0), field.Value.Value));
        var open = record.Fields.Where(field => field.Value.Review is ReviewState.Open).Select(field => field.Key);
        Assert.Equal(seed == "003" ? ["report.agency"] : [], open);
        Assert.Equal(headings, TextReports.HeadingsOf(record.Outline));
        Assert.Empty(record.Review);
        Assert.All(record.Checks, check => Assert.Equal(CheckOutcome.Holds, check.Outcome));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Distinct_figures_in_its_layout_are_read_exactly(string seed, string agency, int year, string[] headings)
    {
        if (Text(seed) is not { } text)
            return;
        Assert.NotEmpty(agency);
        Assert.InRange(year, 2000, 2100);
        var places = TableZeros(text);
        Assert.Equal(200, places.Count);
        var paths = TextReports.Ingest(text).Fields.Select(field => field.Key).Where(path => !path.StartsWith("report.", StringComparison.Ordinal)).ToList();
        for (var variant = 0; variant < Variants; variant++)
        {
            var figures = SeedFigures.Make(paths, new Random(variant * 7919 + 13), keepSums: variant % 2 == 0);
            var record = TextReports.Ingest(Fill(text, places, figures));
            var wrong = paths.Where((path, index) => Field(record, path) is not { State: FieldState.Printed, Review: ReviewState.None } field
                || field.Value != new FieldValue.Number(figures[index])).ToList();
            Assert.True(wrong.Count == 0, $"seed {seed}, variant {variant}: {string.Join(", ", wrong.Take(8))}");
            Assert.Equal(headings, TextReports.HeadingsOf(record.Outline));
            // The text still says that no application came.
            Assert.Equal(variant % 2 != 0, record.Checks.Any(check => check is { Outcome: CheckOutcome.Violated, Severity: CheckSeverity.Error }));
        }
    }

    private string? Text(string seed)
    {
        if (Repository.SharedFolder("seeds") is { } folder)
            return File.ReadAllText(Directory.GetFiles(folder, seed + "_*").Single());
        Assert.True(Environment.GetEnvironmentVariable("CI") is null, "The seeds must be there in CI.");
        output.WriteLine("» The seeds are not beside this checkout; their tests were not run.");
        return null;
    }

    private static RecordField Field(ReportRecord record, string path) => record.Fields.Single(field => field.Key == path).Value;

    /// <summary>Places of the zeros that fill cells: from the first table on, standing alone between white space.</summary>
    private static List<int> TableZeros(string text)
    {
        var start = text.IndexOf("第二十条第（一）项", StringComparison.Ordinal);
        return [.. LoneZero().Matches(text).Select(match => match.Index).Where(index => index > start)];
    }

    private static string Fill(string text, List<int> places, IReadOnlyList<decimal> figures)
    {
        var filled = new System.Text.StringBuilder();
        var from = 0;
        for (var i = 0; i < places.Count; i++)
        {
            filled.Append(text, from, places[i] - from).Append(figures[i].ToString(CultureInfo.InvariantCulture));
            from = places[i] + 1;
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    [GeneratedRegex(@"(?<=[\t ])0(?=[\t\r\n ])|(?<=\n)0(?=[\t ])")]
    private static partial Regex LoneZero();
}
