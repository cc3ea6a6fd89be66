using System.Text.Json;
using GovReportIngest.Core;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Reading;
using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Flow;

/// <summary>Takes a structured document from its bytes to its record, and compares it with the truth of its report.</summary>
internal static class StructuredReports
{
    private static readonly IngestPipeline Pipeline = new(
        new DocumentReader(new ReadingOptions()), new LayoutAnalyzer(), new FormMatcher(TextReports.Forms), new ReportInterpreter(TextReports.Outlines),
        new RecordChecker(Calibration.Load(Repository.PathOf("models", "calibration.json"))), new() { Version = "1.0.0" });

    /// <summary>Readers hold engines; tests of several classes share one, a document at a time.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    public static async Task<ReportRecord> IngestAsync(string name, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("govreport-test-");
        await Turn.WaitAsync();
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(file, bytes);
            var (document, problem) = await SourceHasher.HashAsync(new(name, [file], false), default);
            Assert.Null(problem);
            return Assert.Single(await Pipeline.IngestAsync(document!, default));
        }
        finally
        {
            Turn.Release();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Every field that differs from the truth or is open, every printed one without evidence, and the outline.</summary>
    public static IEnumerable<string> Faults(ReportRecord record, Report report)
    {
        using var json = JsonDocument.Parse(Expected.Write(report, null));
        var fields = record.Fields.ToDictionary(field => field.Key, field => field.Value);
        foreach (var truth in json.RootElement.GetProperty("fields").EnumerateObject())
        {
            var field = fields.GetValueOrDefault(truth.Name);
            var (state, value) = (truth.Value.GetProperty("state").GetString()!, truth.Value.GetProperty("value").ToString());
            if (field is null || !field.State.ToString().Equals(state, StringComparison.OrdinalIgnoreCase) || ValueOf(field) != value)
                yield return $"{truth.Name}: {state} {value} expected, {field?.State} {field?.Printed} found ({field?.Review})";
            else if (field.Review is ReviewState.Open)
                yield return $"{truth.Name}: open, {string.Join(", ", field.Reasons)}";
            else if (field.State is FieldState.Printed && field.Evidence.Count == 0)
                yield return $"{truth.Name}: no evidence";
        }

        var expected = json.RootElement.GetProperty("outline").EnumerateArray().Select(heading => $"{heading[0]} {heading[1]}").ToList();
        if (!expected.SequenceEqual(TextReports.HeadingsOf(record.Outline)))
            yield return $"outline: {string.Join("; ", TextReports.HeadingsOf(record.Outline))}";
        if (record.Review.Count > 0)
            yield return $"open item {record.Review[0].Reason}";
    }

    private static string ValueOf(RecordField field) => field.Value switch
    {
        FieldValue.Number(var number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        FieldValue.Words(var words) => words,
        _ => "",
    };
}
