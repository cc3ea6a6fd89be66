using System.CommandLine;
using System.Globalization;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport list --data DIR</c>: the documents of a store, page by page.</summary>
internal static class ListCommand
{
    public static Command Create(Tongue tongue)
    {
        var (data, json, limit) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue), StoreOptions.Limit(tongue));
        var filters = new FilterOptions(tongue);
        var after = new Option<string?>("--after") { Description = tongue["Go on after this id", "从此编号之后继续"] };
        after.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !RecordId.TryParse(text, out _))
                result.AddError(tongue[$"--after: {text} is no id", $"--after：{text} 不是编号"]);
        });
        var command = new Command("list", tongue["List the documents of a store", "列出数据文件夹中的文件"]) { data, limit, after, json };
        filters.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await StoreOptions.OpenAsync(parsed.GetValue(data)!, cancellation);
            var filter = filters.Read(parsed) with { After = RecordId.TryParse(parsed.GetValue(after), out var id) ? id : null, Most = parsed.GetValue(limit) };
            var records = await store.Queries.ListAsync(filter, cancellation);
            var next = records.Count == filter.Most ? records[^1].Id.ToString() : null;
            StoreAnswer.Tell(parsed.GetValue(json), new ListJson("govreport.list/1", [.. records.Select(JsonOf)], next), output => Write(output, tongue, records, next));
            return (int)ExitCode.Done;
        });
        return command;
    }

    internal static void Write(TextWriter output, Tongue tongue, IReadOnlyList<ListedRecord> records, string? next)
    {
        string[] headings =
        [
            "", tongue["id", "编号"], tongue["document", "文件"], tongue["form", "表式"], tongue["agency", "机关"], tongue["year", "年度"], tongue["version", "版本"],
            tongue["fields", "字段"], tongue["flagged", "待核"], tongue["findings", "勾稽不符"],
        ];
        TextColumns.Write(output, headings, [.. records.Select(Row)], new HashSet<int> { 1, 5, 6, 7, 8, 9 });
        if (next is not null)
            output.WriteLine(tongue[$"… and more: --after {next}", $"…… 后面还有：--after {next}"]);
    }

    private static IReadOnlyList<string> Row(ListedRecord record)
    {
        string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
        return
        [
            StateMarks.Of(record.State), record.Id.ToString(), TerminalText.Printable(record.Path), record.Form?.Split('/')[^1] ?? "–",
            TerminalText.Printable(record.Agency ?? ""), Number(record.Year), Number(record.Version), Number(record.Fields), Number(record.Open), Number(record.Findings),
        ];
    }

    private static ListedJson JsonOf(ListedRecord record) => new(
        record.Id.ToString(), record.Path, record.State, record.Version, record.Form, record.Agency, record.AgencyId, record.Year, record.MasterId, record.Pages, record.Fields, record.Open, record.Findings);
}
