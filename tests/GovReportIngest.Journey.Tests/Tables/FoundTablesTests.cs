using System.Globalization;
using GovReportIngest.Core.Evaluate;
using GovReportIngest.Core.Export;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.Journey.Tests.Flow;
using GovReportIngest.Journey.Tests.Printed;
using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Tables;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Tables;

/// <summary>Tables of any kind, printed to PDF, come back with their cells, spans and texts; the gate prints 16 documents, GOVREPORT_LONG=1 200.</summary>
[Collection(PrintedReports.Name)]
public sealed class FoundTablesTests(Printer printer, ITestOutputHelper output)
{
    private const ulong Seed = 77;
    private const double LeastExact = 0.88;

    private static readonly int Documents = PrintedLooks.IsLong ? 200 : 16;

    [Fact]
    public async Task Most_tables_of_no_form_are_exact_and_all_that_are_ruled()
    {
        using var folder = new TemporaryFolder();
        string In(string name) => Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
        for (var number = 0; number < Documents; number++)
        {
            var document = TableCorpus.Invent($"tables-{number:D3}", new Dice(Seed).Child(number.ToString(CultureInfo.InvariantCulture)));
            var pdf = await printer.PrintAsync(document.Html(), document.Look.Page, document.Name);
            var record = await StructuredReports.IngestAsync("a.pdf", pdf);
            await File.WriteAllBytesAsync(Path.Combine(In("truth"), document.Name + ".tables.json"), document.Truth());
            await File.WriteAllBytesAsync(Path.Combine(In("found"), document.Name + ".tables.json"), TablesJson.Write([record]));
        }

        var (scores, mistakes) = await TablesEvaluation.EvaluateAsync(In("truth"), In("found"), default);

        output.WriteLine($"» {TablesEvaluation.ToPlainText(scores).Replace("\n", "\n» ", StringComparison.Ordinal)}{string.Join("\n» ", mistakes)}");
        Assert.True(scores[0].Exact >= LeastExact * scores[0].Tables, string.Join('\n', mistakes));
        Assert.InRange(scores[0].Invented, 0, scores[0].Tables / 10);
        var ruled = scores.Where(score => score.Name.EndsWith("-All", StringComparison.Ordinal) || score.Name.EndsWith("-Hairlines", StringComparison.Ordinal) || score.Name.EndsWith("-HeavyFrame", StringComparison.Ordinal)).ToList();
        Assert.True(ruled.Count > 1);
        Assert.All(ruled, score => Assert.Equal((score.Tables, 0), (score.Exact, score.Invented)));
    }
}
