using System.CommandLine;
using System.Globalization;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport queue --data DIR</c>: what people are asked, what matters most first.</summary>
internal static class QueueCommand
{
    public static Command Create(Tongue tongue)
    {
        var (data, json, limit) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue), StoreOptions.Limit(tongue));
        var reason = new Option<string?>("--reason") { Description = tongue["Only what is asked for this reason", "只列出因此原因待核的项目"] };
        var command = new Command("queue", tongue["List what waits for review", "列出待核项目"]) { data, reason, limit, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await StoreOptions.OpenAsync(parsed.GetValue(data)!, cancellation);
            var items = await store.Queries.QueueAsync(parsed.GetValue(reason), parsed.GetValue(limit), cancellation);
            StoreAnswer.Tell(parsed.GetValue(json), new QueueJson("govreport.queue/1", [.. items.Select(JsonOf)]), output => Write(output, tongue, items));
            return (int)ExitCode.Done;
        });
        return command;
    }

    internal static void Write(TextWriter output, Tongue tongue, IReadOnlyList<QueuedItem> items)
    {
        if (items.Count == 0)
        {
            output.WriteLine(tongue["Nothing waits for review.", "没有待核项目。"]);
            return;
        }

        string[] headings = [tongue["document", "文件编号"], tongue["path", "文件"], tongue["asked", "待核内容"], tongue["reason", "原因"], tongue["probability", "概率"]];
        TextColumns.Write(output, headings, [.. items.Select(item => new[]
        {
            item.Id.ToString(), TerminalText.Printable(item.Path), item.Subject, item.Reason,
            item.Probability is { } millionths ? (millionths / 1_000_000m).ToString("0.000", CultureInfo.InvariantCulture) : "",
        })], new HashSet<int> { 0, 4 });
    }

    private static QueuedJson JsonOf(QueuedItem item) => new(
        item.ItemId, item.Id.ToString(), item.Path, item.Subject, item.Reason, item.Probability / 1_000_000m, item.Weight, StoreJson.Time(item.OpenedAt));
}
