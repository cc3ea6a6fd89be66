using System.CommandLine;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Reread;

/// <summary>What <c>retry</c> and <c>reprocess</c> have in common.</summary>
internal sealed class RereadOptions(Tongue tongue)
{
    private readonly Argument<long[]> ids = new("id") { Description = tongue["Ids of documents", "文件编号"], Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> data = StoreOptions.Data(tongue);
    private readonly Option<string?> output = new("--out", "-o") { Description = tongue["Folder to write the records to as well", "同时把记录写入此文件夹"] };
    private readonly Option<int> workers = StoreOptions.Workers(tongue);
    private readonly Option<bool> json = StoreOptions.Json(tongue);

    public void AddTo(Command command)
    {
        command.Arguments.Add(ids);
        foreach (var option in new Option[] { data, output, workers, json })
            command.Options.Add(option);
    }

    public IReadOnlyList<long> IdsOf(ParseResult parsed) => parsed.GetValue(ids) ?? [];

    public IngestSettings Read(ParseResult parsed) => new()
    {
        Paths = [],
        Data = Path.GetFullPath(parsed.GetValue(data)!),
        Out = parsed.GetValue(output) is { Length: > 0 } folder ? Path.GetFullPath(folder) : "",
        Limits = new() { Workers = Math.Max(1, parsed.GetValue(workers)) },
        DocumentPer = DocumentPer.Auto,
        Json = parsed.GetValue(json),
    };
}
