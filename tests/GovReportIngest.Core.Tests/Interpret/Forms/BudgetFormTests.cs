using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Forms;

/// <summary>The guide's example, a form for a budget table: taken from docs/forms.md as it stands there, and used without code.</summary>
public sealed class BudgetFormTests : IDisposable
{
    private const string Report = """
        长乐县财政局2023年部门决算公开

        一、部门概况

        本部门负责全县财政收支管理。

        二、收入支出决算总表

        单位：万元
        项目	预算数	决算数
        一、财政拨款收入	1,200.50	1,180.25
        二、事业收入	30	—
        三、其他收入	0.5	5000元
        本年收入合计	1,230.50	1,180.75

        三、名词解释

        财政拨款收入，指同级财政部门拨付的资金。
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("budget");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_example_of_the_guide_reads_a_budget_table()
    {
        var fields = Ingest(Report, out var record);

        Assert.Equal("example-budget/1", record.Form?.Id);
        Assert.Equal((1180.25m, "1,180.25"), (Amount(fields["budget.grants.actual"]), fields["budget.grants.actual"].Printed));
        Assert.Equal(FieldState.Placeholder, fields["budget.operating.actual"].State);
        Assert.Equal((0.5m, "5000元"), (Amount(fields["budget.other.actual"]), fields["budget.other.actual"].Printed));
        Assert.All(fields.Where(field => field.Key.StartsWith("budget.", StringComparison.Ordinal)), field => Assert.Equal(ReviewState.None, field.Value.Review));
        Assert.Equal(CheckOutcome.Violated, record.Checks.Single(check => check.Id == "budget.income[planned]").Outcome);
        Assert.Equal(CheckOutcome.Holds, record.Checks.Single(check => check.Id == "budget.income[actual]").Outcome);
    }

    [Fact]
    public void A_slip_in_the_example_is_refused_with_file_line_and_reason()
    {
        var (text, slip) = (Example(), "sum(grants .. others)");
        var line = text[..text.IndexOf("sum(grants .. other)", StringComparison.Ordinal)].Count(character => character == '\n') + 1;
        File.WriteAllText(Path.Combine(folder.FullName, "budget.yaml"), text.Replace("sum(grants .. other)", slip, StringComparison.Ordinal));

        var error = Assert.Throws<FormFileException>(() => FormLibrary.Load(folder.FullName));

        Assert.Equal(("budget.yaml", (long)line), (error.File, error.Line));
        Assert.Contains("no field \"others\"", error.Message, StringComparison.Ordinal);
    }

    private Dictionary<string, RecordField> Ingest(string text, out ReportRecord record)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "budget.yaml"), Example());
        record = TextReports.Ingest(text, FormLibrary.Load(folder.FullName));
        return record.Fields.ToDictionary(field => field.Key, field => field.Value);
    }

    [Fact]
    public void The_guide_in_Chinese_has_the_same_example() => Assert.Equal(Example(), Example("forms.zh-CN.md"));

    /// <summary>The first block of YAML in the guide that begins with a form.</summary>
    private static string Example(string page = "forms.md")
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", page)).ReplaceLineEndings("\n");
        var start = guide.IndexOf("```yaml\nform:", StringComparison.Ordinal) + "```yaml\n".Length;
        return guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static decimal? Amount(RecordField field) => (field.Value as FieldValue.Number)?.Amount;
}
