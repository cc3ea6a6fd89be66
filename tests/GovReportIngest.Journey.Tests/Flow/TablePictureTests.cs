using System.Text.Json;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Flow;

/// <summary>A report in a Word file whose largest table is a picture.</summary>
public sealed class TablePictureTests
{
    private const decimal LeastExact = 0.97m;

    [Fact]
    public async Task A_table_that_is_a_picture_is_read_like_a_scan_and_the_rest_as_text()
    {
        var record = await StructuredReports.IngestAsync("a.docx", await File.ReadAllBytesAsync(Repository.PathOf("samples", "inbox", "scan", "table-picture.docx")));

        Assert.Equal(["word-document", "image-file", "word-document"], record.Pages.Select(page => page.Why));
        Assert.Empty(record.Problems);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Repository.PathOf("samples", "expected", "scan", "table-picture.docx.expected.json")));
        var found = record.Fields.ToDictionary(field => field.Key, field => field.Value);
        var truths = json.RootElement.GetProperty("fields").EnumerateObject().ToList();
        var wrong = truths.Where(truth => !IsRight(truth.Value, found.GetValueOrDefault(truth.Name))).ToList();
        Assert.Empty(wrong.Where(truth => found[truth.Name].Review is not ReviewState.Open).Select(truth => $"{truth.Name} is {truth.Value}, found {found[truth.Name]}"));
        Assert.InRange(1 - (decimal)wrong.Count / truths.Count, LeastExact, 1);
        Assert.All(found.Where(field => field.Key.StartsWith("requests.", StringComparison.Ordinal) && field.Value.State is FieldState.Printed),
            field => Assert.IsType<Core.Document.Evidence.OnPage>(field.Value.Evidence[0]));
    }

    private static bool IsRight(JsonElement truth, RecordField? field) => field is not null
        && field.State.ToString().Equals(truth.GetProperty("state").GetString(), StringComparison.OrdinalIgnoreCase)
        && truth.GetProperty("value").ToString() == field.Value switch
        {
            FieldValue.Number(var number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            FieldValue.Words(var words) => words,
            _ => "",
        };
}
