using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Batches;

/// <summary>A file that holds two reports, from its bytes to its records and back to one.</summary>
public sealed class SeveralReportsTests
{
    private static readonly string[] Samples = ["form-2019.txt", "restarted-numbering.txt"];

    [Fact]
    public async Task Each_report_has_its_record_a_second_run_finds_both_and_a_part_that_is_gone_leaves_none()
    {
        using var folder = new TemporaryFolder();
        var (source, records) = (Path.Combine(folder.Path, "in", "a.txt"), Path.Combine(folder.Path, "out"));
        var (first, second) = (Path.Combine(records, "a.txt.record.json"), Path.Combine(records, "a.txt#2.record.json"));
        Directory.CreateDirectory(Path.GetDirectoryName(source)!);
        File.WriteAllText(source, string.Concat(Samples.Select(sample => Read(sample) + "\n\n")));

        var both = await GovReport.RunAsync("ingest", source, "--out", records, "--format", "csv");
        Assert.True(both.ExitCode == 0, both.ToString());
        AssertIsSample(0, first);
        AssertIsSample(1, second);
        var (parts, csv) = (File.ReadAllBytes(second), File.ReadAllLines(Path.Combine(records, "a.txt.csv")));
        Assert.Equal(["1", "2"], csv.Skip(1).Select(line => line.Split(',')[1]).Distinct());

        var again = await GovReport.RunAsync("ingest", source, "--out", records, "--json");
        Assert.Contains("\"record\": \"a.txt#2.record.json\"", again.Output, StringComparison.Ordinal);

        File.Delete(second);
        await GovReport.RunAsync("ingest", source, "--out", records);
        Assert.Equal(parts, File.ReadAllBytes(second));

        File.WriteAllText(source, Read(Samples[0]));
        await GovReport.RunAsync("ingest", source, "--out", records);
        Assert.Equal(1, RecordJson.Read(File.ReadAllBytes(first)).Source.Parts);
        Assert.False(File.Exists(second));
    }

    private static void AssertIsSample(int index, string file)
    {
        var record = RecordJson.Read(File.ReadAllBytes(file));
        var truth = ExpectedJson.Read(File.ReadAllBytes(Repository.PathOf("samples", "expected", "text", Samples[index] + ExpectedJson.Suffix)));
        var fields = record.Fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        Assert.Equal((index + 1, 2), (record.Source.Part, record.Source.Parts));
        Assert.Equal(Outcome.Accepted, record.Outcome);
        Assert.All(truth.Fields, field => Assert.Equal((field.Value.State, field.Value.Value), (fields[field.Key].State, fields[field.Key].Value)));
    }

    private static string Read(string sample) => File.ReadAllText(Repository.PathOf("samples", "inbox", "text", sample));
}
