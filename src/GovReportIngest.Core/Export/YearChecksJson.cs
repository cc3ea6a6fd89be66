using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>Findings across years for machines: <c>govreport.checks/1</c>, described in docs/cli.md.</summary>
public static class YearChecksJson
{
    /// <param name="without">Records without agency, year or form: they were compared with none.</param>
    public static byte[] Write(YearChecks checks, IReadOnlyList<string> without)
    {
        var json = new JsonText();
        json.Object(() =>
        {
            json.Name("schema").Text("govreport.checks/1");
            json.Name("agencies").Number(checks.Agencies).Name("pairs").Number(checks.Pairs).Name("held").Number(checks.Held).Name("unknown").Number(checks.Unknown);
            json.Name("findings").Array(checks.Findings, finding => Write(json, finding), block: true);
            json.Name("clashes").Array(checks.Clashes, clash => json.Object(() => json.Name("agency").Text(clash.Agency).Name("year").Number(clash.Year)
                .Name("records").Array(clash.Records, record => json.Text(record))), block: true);
            json.Name("without").Array(without, record => json.Text(record), block: true);
        }, block: true);
        return json.ToUtf8();
    }

    private static void Write(JsonText json, YearFinding finding) => json.Object(() =>
    {
        var check = finding.Check;
        json.Name("agency").Text(finding.Report.Agency).Name("year").Number(finding.Report.Year).Name("id").Text(check.Id)
            .Name("severity").Text(Codes.Of(check.Severity)).Name("left").Number(check.Left).Name("right").Number(check.Right).Name("open").Truth(finding.IsOpen);
        json.Name("fields").Array(check.Fields, name => Field(json, finding, name));
    });

    private static void Field(JsonText json, YearFinding finding, string name)
    {
        const string Previous = "previous.";
        var isPrevious = name.StartsWith(Previous, StringComparison.Ordinal);
        var report = isPrevious ? finding.Previous : finding.Report;
        var path = isPrevious ? name[Previous.Length..] : name;
        json.Object(() =>
        {
            json.Name("record").Text(report.Name).Name("path").Text(path);
            json.Name("printed").Text(report.Fields[path].Printed).Name("evidence").Array(report.Fields[path].Evidence, place => RecordJson.Write(json, place));
        });
    }
}
