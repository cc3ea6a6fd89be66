using System.CommandLine;
using System.Globalization;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Queries;
using static GovReportIngest.Cli.Store.StoreAnswer;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport status --data DIR</c>: how much the store holds, how far it has come, and what was done last.</summary>
internal static class StatusCommand
{
    private const int RecentActs = 5;

    public static Command Create(Tongue tongue)
    {
        var (data, json) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue));
        var command = new Command("status", tongue["Show what a store holds", "查看数据文件夹概况"]) { data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await StoreOptions.OpenAsync(parsed.GetValue(data)!, cancellation);
            var counts = await store.Queries.CountAsync(cancellation);
            var isPaused = await store.Claims.IsPausedAsync(cancellation);
            var recent = await store.Audit.LastAsync(RecentActs, cancellation);
            StoreAnswer.Tell(parsed.GetValue(json), JsonOf(counts, isPaused, recent), output => Write(output, tongue, counts, isPaused, recent));
            return (int)ExitCode.Done;
        });
        return command;
    }

    internal static void Write(TextWriter output, Tongue tongue, StoreCounts counts, bool isPaused, IReadOnlyList<AuditEntry> recent)
    {
        var rows = counts.Documents.Select(state => new[] { StateMarks.Of(state.Key), DocumentStateWords.Of(state.Key, tongue), Number(state.Value) }).ToList();
        if (counts.Replaced > 0)
            rows.Add(["", tongue["replaced by a newer file", "已被新文件取代"], Number(counts.Replaced)]);
        TextColumns.Write(output, ["", tongue["state", "状态"], tongue["documents", "文件数"]], rows, new HashSet<int> { 2 });
        if (isPaused)
            output.WriteLine(tongue["Paused: nothing that waits is read until govreport resume.", "已暂停：govreport resume 之前不处理等待的文件。"]);
        output.WriteLine();
        var totals = counts.Totals;
        output.WriteLine(tongue[
            $"{Number(totals.Records)} records of {Number(totals.Pages)} pages: {Number(totals.Fields)} fields, {Number(totals.Open)} to be reviewed, {Number(totals.Findings)} findings",
            $"记录 {Number(totals.Records)} 份，共 {Number(totals.Pages)} 页：字段 {Number(totals.Fields)} 个，待核 {Number(totals.Open)} 个，勾稽不符 {Number(totals.Findings)} 处"]);
        foreach (var act in recent)
            output.WriteLine(TerminalText.Printable(string.Create(CultureInfo.InvariantCulture,
                $"  {StoreJson.Time(act.At):yyyy-MM-dd HH:mm:ss}Z  {act.Action}  {act.Detail}  ({act.Actor})")));
    }

    private static StatusJson JsonOf(StoreCounts counts, bool isPaused, IReadOnlyList<AuditEntry> recent) => new(
        "govreport.status/1", isPaused, counts.Documents, counts.Replaced, counts.Totals.Records, counts.Totals.Pages, counts.Totals.Fields, counts.Totals.Open,
        counts.Totals.Findings, [.. recent.Select(act => new ActJson(StoreJson.Time(act.At), act.Actor, act.Action, act.Detail))]);
}
