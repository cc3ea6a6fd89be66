using System.Globalization;
using System.Text.Json;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Flow;

/// <summary>The older statistics tables on web pages and in Word files: published figures of six reports, and made-up ones.</summary>
public sealed class OlderFormTests(ITestOutputHelper output)
{
    private const int MadeEach = 12;

    private static readonly string[] Provincial =
        ["fj_pingtan_county_2011", "fj_pingtan_county_2012", "fj_pingtan_zone_2013", "fj_pingtan_zone_2014", "fj_pingtan_zone_2017", "fj_pt_epb_2009"];

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.docx")]
    public async Task Published_figures_of_the_provincial_form_are_exact(string name)
    {
        if (Repository.SharedFolder("figures") is not { } folder)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, "The figure files must be there in CI.");
            output.WriteLine("» The figure files are not beside this checkout; their tests were not run.");
            return;
        }

        foreach (var id in Provincial)
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, id + ".json")));
            var root = json.RootElement;
            var form = TextReports.Forms.Find(root.GetProperty("form_generation").GetString() == "2008-2013" ? "cn-fujian-disclosure-appendix/2009" : "cn-fujian-disclosure-appendix/2014")!;
            var cells = root.GetProperty("tables").GetProperty("fj_stat").EnumerateObject().Where(row => row.Value.ValueKind is JsonValueKind.Object)
                .SelectMany(row => row.Value.EnumerateObject().Select(cell => ($"appendix.{row.Name}.{cell.Name}", cell.Value.ValueKind is JsonValueKind.Null ? "" : cell.Value.ToString())))
                .ToDictionary(StringComparer.Ordinal);
            await AssertExactAsync(name, new(form, root.GetProperty("agency").GetString()!, root.GetProperty("year").GetInt32(), cells), id);
        }
    }

    [Theory]
    [InlineData("cn-gov-disclosure-statistics/2014", "a.html")]
    [InlineData("cn-gov-disclosure-statistics/2014", "a.docx")]
    [InlineData("cn-shanghai-disclosure-statistics/2008", "a.html")]
    [InlineData("cn-shanghai-disclosure-statistics/2008", "a.docx")]
    public async Task Made_up_figures_of_other_older_forms_are_exact(string id, string name)
    {
        var form = TextReports.Forms.Find(id)!;
        for (var seed = 1; seed <= MadeEach; seed++)
        {
            var random = new Random(seed);
            var cells = form.Tables.SelectMany(table => table.Blocks.SelectMany(block => block.Rows.SelectMany(row => block.Columns.Select(column => OlderFormPage.PathOf(table, row, column)))))
                .ToDictionary(path => path, _ => random.Next(5) == 0 ? "0" : random.Next(1, 9000).ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
            await AssertExactAsync(name, new(form, "青塘县教育局", 2015, cells), $"{id}, seed {seed}");
        }
    }

    private static async Task AssertExactAsync(string name, OlderFormPage page, string about)
    {
        var record = await StructuredReports.IngestAsync(name, name.EndsWith("html", StringComparison.Ordinal) ? page.Html() : page.Docx());

        Assert.Equal((about, page.Form.Id), (about, record.Form?.Id));
        var fields = record.Fields.ToDictionary(field => field.Key, field => field.Value);
        Assert.Equal([], page.Printed.Where(cell => !IsExact(fields.GetValueOrDefault(cell.Key), cell.Value)).Take(5)
            .Select(cell => $"{about}: {cell.Key} is \"{cell.Value}\", found {fields.GetValueOrDefault(cell.Key)}"));
    }

    private static bool IsExact(RecordField? field, string printed) => field is { Review: ReviewState.None } && (printed.Length == 0
        ? field is { State: FieldState.Blank, Value: null }
        : field.State is FieldState.Printed && field.Evidence.Count > 0 && field.Value is FieldValue.Number(var number) && number == decimal.Parse(printed, CultureInfo.InvariantCulture));
}
