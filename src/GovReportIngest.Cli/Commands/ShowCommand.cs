using System.CommandLine;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport show ID --data DIR</c>: one document of a store with its versions, or one of its records.</summary>
internal static class ShowCommand
{
    public static Command Create(Tongue tongue)
    {
        var id = new Argument<string>("id") { Description = tongue["Id of the document, as list shows it", "文件编号（见 list）"] };
        id.Validators.Add(result =>
        {
            if (!RecordId.TryParse(result.GetValueOrDefault<string>(), out _))
                result.AddError(tongue["An id is a number, or 12#2 for the second report of a file.", "编号是一个数字；文件中的第二份报告写作 12#2。"]);
        });
        var (data, json) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue));
        var record = new Option<bool>("--record") { Description = tongue["Print the record, with the decisions of reviewers", "输出记录（含复核结果）"] };
        var version = new Option<int?>("--at") { Description = tongue["Print the record of this version, as the machine read it", "输出此版本的记录（机器识别的原始结果）"] };
        var command = new Command("show", tongue["Show one document of a store", "查看数据文件夹中的一份文件"]) { id, data, record, version, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await StoreOptions.OpenAsync(parsed.GetValue(data)!, cancellation);
            _ = RecordId.TryParse(parsed.GetValue(id), out var asked);
            var document = await store.Queries.FindAsync(asked.DocumentId, cancellation) ?? throw Unknown(tongue, asked.ToString());
            if (parsed.GetValue(record) || parsed.GetValue(version) is not null)
                await WriteRecordAsync(store, document, asked, parsed.GetValue(version), tongue, cancellation);
            else if (parsed.GetValue(json))
                Console.Out.WriteLine(StoreJson.Write(DocumentText.JsonOf(document)));
            else
                new DocumentText(Console.Out, tongue).Write(document);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteRecordAsync(
        ReportStore store, DocumentDetails document, RecordId asked, int? version, Tongue tongue, CancellationToken cancellation)
    {
        var found = document.Versions.FirstOrDefault(row => row.Part == asked.Part && (version is null ? row.IsCurrent : row.Version == version))
            ?? throw Unknown(tongue, version is null ? asked.ToString() : $"{asked}, {version}");
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(
            version is null && await store.Review.FindOnceAsync(asked, cancellation) is { } reviewed ? reviewed.ToFile() : await store.Blobs.ReadAsync(found.RecordSha256, cancellation), cancellation);
    }

    private static CommandFailure Unknown(Tongue tongue, string id) => new(ExitCode.Usage,
        tongue[$"The store has no record {id}.", $"数据文件夹中没有记录 {id}。"],
        tongue["govreport list shows what it has.", "govreport list 会列出已有内容。"]);
}
