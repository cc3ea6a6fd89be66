using GovReportIngest.Core.Document.Record;
using GovReportIngest.Journey.Tests.Flow;
using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Scans;
using GovReportIngest.TestKit.Figures;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Printed;

/// <summary>
/// Running text of scans against their tables: what agrees with a table is found to, and nothing is said to contradict one that does not.
/// The gate scans one report of each kind; all reports of the national form with GOVREPORT_LONG=1.
/// </summary>
[Collection(PrintedReports.Name)]
public sealed class ScannedNarrativeTests(Printer printer, ITestOutputHelper output)
{
    private const string Received = "requests.narrative[new_received.total]";
    private const decimal LeastHolding = 0.5m;

    private static readonly int Reports = int.TryParse(Environment.GetEnvironmentVariable("PRINTED_SETS"), out var sets) ? sets : 1;

    private static readonly string[] Conditions = ["scan200", "scan300", "skewed200", "thin200", "bilevel300"];

    private static readonly HtmlLook[] Looks = [LookBook.Named("song-ruled"), LookBook.Named("hei-shaded"), LookBook.Named("heavy-frame"), LookBook.Named("landscape-dense")];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_of_a_scan_agrees_with_its_table_where_it_does_and_is_never_said_to_contradict_it_wrongly(bool isPlanted)
    {
        var (violated, holding, all) = (0, 0, 0);
        var wrong = new List<string>();
        var files = FigureFile.Ids.Select(FigureFile.Load).Where(file => file.Form.Id.StartsWith("cn-gov", StringComparison.Ordinal) && file.Cells["requests.new_received.total"] is not null);
        foreach (var (file, number) in (PrintedLooks.IsLong ? files : files.Where(file => file.Cells["requests.new_received.total"] > 9).Take(Reports)).Select((file, number) => (file, number)))
        {
            var total = file.Cells["requests.new_received.total"]!.Value;
            var check = await CheckAsync(file, $"{file.Year}年收到政府信息公开申请{(isPlanted ? total + 3 : total)}件，均按期答复。", number);
            all++;
            violated += check?.Outcome is CheckOutcome.Violated ? 1 : 0;
            holding += check?.Outcome is CheckOutcome.Holds ? 1 : 0;
            output.WriteLine($"{file.Id}: {check?.Outcome} {check?.Left} {check?.Right}");
            if (isPlanted ? check?.Outcome is CheckOutcome.Holds || (check?.Outcome is CheckOutcome.Violated && check.Left != total + 3) : check?.Outcome is CheckOutcome.Violated)
                wrong.Add($"{file.Id}: {check?.Outcome}, {check?.Left} and {check?.Right}");
        }

        output.WriteLine($"» Scanned text {(isPlanted ? "against" : "with")} its table: {all} reports, {violated} violated, {holding} hold");
        Assert.Empty(wrong);
        Assert.True(isPlanted || holding >= LeastHolding * all, $"{holding} hold of {all}");
    }

    private async Task<CheckResult?> CheckAsync(FigureFile file, string narrative, int number)
    {
        var (look, condition) = (Looks[number % Looks.Length], Condition.Named(Conditions[number % Conditions.Length]));
        using var pdf = new PrintedPdf(await printer.PrintAsync(NationalReport.Write(file, look, "", narrative), look, $"{file.Id} narrative"));
        var bytes = condition.File(pdf, file.Agency ?? "", new Dice(41).Child(file.Id));
        var record = await StructuredReports.IngestAsync("a" + condition.Extension, bytes);
        Assert.DoesNotContain(record.Checks, check => check is { Outcome: CheckOutcome.Violated, Severity: CheckSeverity.Error } && check.Id.Contains("narrative", StringComparison.Ordinal));
        return record.Checks.SingleOrDefault(check => check.Id == Received);
    }
}
