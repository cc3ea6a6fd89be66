using System.CommandLine;
using System.Globalization;
using System.Text;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport check DIR</c>: compares the records of each agency with those of the year before.</summary>
internal static class CheckCommand
{
    private const int MostRows = 60;

    public static Command Create(Tongue tongue)
    {
        var records = new Argument<DirectoryInfo>("records") { Description = tongue["Folder of the records", "记录所在的文件夹"] };
        var json = new Option<bool>("--json") { Description = tongue["Print JSON", "以 JSON 输出"] };
        var command = new Command("check", tongue["Compare reports of one agency across years", "核对同一机关各年度报告之间的数字"]) { records, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(records)!;
            if (!folder.Exists)
                throw new CommandFailure(ExitCode.Usage,
                    tongue[$"There is no folder {folder}.", $"没有文件夹 {folder}。"],
                    tongue["Give the folder that ingest wrote to.", "请给出 ingest 的输出文件夹。"]);
            var (reports, without) = await ReadAsync(folder.FullName, tongue, cancellation);
            var checks = YearChecks.Of(reports, Installation.LoadedForms.Value);
            if (parsed.GetValue(json))
                Console.Out.Write(Encoding.UTF8.GetString(YearChecksJson.Write(checks, without)));
            else
                Write(Console.Out, tongue, checks, without);
            return (int)ExitCode.Done;
        });
        return command;
    }

    /// <summary>The records below the folder, and the names of those that cannot be compared.</summary>
    private static async Task<(List<YearReport> Reports, List<string> Without)> ReadAsync(string folder, Tongue tongue, CancellationToken cancellation)
    {
        var (reports, without) = (new List<YearReport>(), new List<string>());
        foreach (var path in Directory.EnumerateFiles(folder, "*" + RecordFiles.RecordSuffix, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path);
            if (YearReport.Of(name, await ReadAsync(path, name, tongue, cancellation)) is { } report)
                reports.Add(report);
            else
                without.Add(name);
        }

        return (reports, without);
    }

    private static async Task<Core.Document.Record.ReportRecord> ReadAsync(string path, string name, Tongue tongue, CancellationToken cancellation)
    {
        try
        {
            return RecordJson.Read(await File.ReadAllBytesAsync(path, cancellation));
        }
        catch (InvalidDataException wrong)
        {
            throw new CommandFailure(ExitCode.Usage,
                tongue[$"{name} is no record: {wrong.Message}", $"{name} 不是有效的记录：{wrong.Message}"],
                tongue["Remove the file, or ingest its source again.", "请删除该文件，或重新处理其来源文件。"]);
        }
    }

    internal static void Write(TextWriter output, Tongue tongue, YearChecks checks, IReadOnlyList<string> without)
    {
        if (checks.Findings.Count > 0)
        {
            string[] headings = [tongue["agency", "机关"], tongue["year", "年度"], tongue["check", "勾稽关系"], tongue["figures", "数字"], "", tongue["records", "记录"]];
            TextColumns.Write(output, headings, [.. checks.Findings.Take(MostRows).Select(finding => Row(finding, tongue))], new HashSet<int> { 1 });
            if (checks.Findings.Count > MostRows)
                output.WriteLine(tongue[$"… and {checks.Findings.Count - MostRows} more (--json has all)", $"…… 另有 {checks.Findings.Count - MostRows} 条（--json 输出全部）"]);
            output.WriteLine();
        }

        foreach (var clash in checks.Clashes.Take(MostRows))
            output.WriteLine(TerminalText.Printable(tongue[
                $"{clash.Records.Count} records that differ for {clash.Agency} {clash.Year}, compared with none: {clash.Records[0]} …",
                $"{clash.Agency} {clash.Year} 年有 {clash.Records.Count} 份互不一致的记录，未作比较：{clash.Records[0]} 等"]));
        if (checks.Clashes.Count > MostRows)
            output.WriteLine(tongue[$"… and {checks.Clashes.Count - MostRows} more (--json has all)", $"…… 另有 {checks.Clashes.Count - MostRows} 条（--json 输出全部）"]);
        if (without.Count > 0)
            output.WriteLine(tongue[$"{without.Count} records without agency, year or form, compared with none (--json names them)", $"{without.Count} 份记录缺少机关、年度或表式，未作比较（--json 列出名称）"]);
        output.WriteLine(tongue[
            $"{checks.Agencies} agencies, {checks.Pairs} pairs of years: {checks.Held} identities hold, {checks.Findings.Count} do not, {checks.Unknown} unknown",
            $"{checks.Agencies} 个机关，{checks.Pairs} 组相邻年度：{checks.Held} 项相符，{checks.Findings.Count} 项不符，{checks.Unknown} 项无法判断"]);
    }

    private static IReadOnlyList<string> Row(YearFinding finding, Tongue tongue) =>
    [
        TerminalText.Printable(finding.Report.Agency), finding.Report.Year.ToString(CultureInfo.InvariantCulture), finding.Check.Id,
        string.Create(CultureInfo.InvariantCulture, $"{finding.Check.Left} ≠ {finding.Check.Right}"),
        finding.IsOpen ? tongue["to be reviewed", "待核"] : "",
        TerminalText.Printable($"{finding.Report.Name} ↔ {finding.Previous.Name}"),
    ];
}
