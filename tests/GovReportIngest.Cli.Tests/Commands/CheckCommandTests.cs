using GovReportIngest.Cli.Commands;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Cli.Tests.Commands;

public sealed class CheckCommandTests
{
    private static readonly YearReport Before = new("2022.pdf.record.json", "甲局", 2022, "f", [], new Dictionary<string, RecordField>());

    [Theory]
    [InlineData("en", "8 ≠ 7    to be reviewed  2023.pdf.record.json ↔ 2022.pdf.record.json", "1 agencies, 1 pairs of years: 3 identities hold, 1 do not, 2 unknown")]
    [InlineData("zh", "8 ≠ 7  待核  2023.pdf.record.json ↔ 2022.pdf.record.json", "1 个机关，1 组相邻年度：3 项相符，1 项不符，2 项无法判断")]
    public void A_finding_shows_both_figures_and_both_records(string language, string row, string totals)
    {
        var check = new CheckResult("requests.carried_from_previous[total]", CheckSeverity.Error, CheckOutcome.Violated, 8, 7, [], []);
        var finding = new YearFinding(Before with { Name = "2023.pdf.record.json", Year = 2023 }, Before, check, IsOpen: true);
        using var output = new StringWriter();
        CheckCommand.Write(output, TongueChoice.Of(["--lang", language], _ => null), new(1, 1, 3, 2, [finding], []), []);
        Assert.Contains(row, output.ToString(), StringComparison.Ordinal);
        Assert.Contains(totals, output.ToString(), StringComparison.Ordinal);
    }
}
