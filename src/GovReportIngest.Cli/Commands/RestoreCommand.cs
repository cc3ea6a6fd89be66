using System.CommandLine;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport restore --from BACKUP --data DIR</c>: makes a store of a backup.</summary>
internal static class RestoreCommand
{
    public static Command Create(Tongue tongue)
    {
        var (data, json) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue));
        var from = new Option<string>("--from") { Required = true, Description = tongue["Folder of the backup", "备份文件夹"] };
        var command = new Command("restore", tongue["Make a store of a backup", "从备份恢复数据文件夹"]) { from, data, json };
        command.SetAction(async (parsed, cancellation) => CopyText.Tell(
            await StoreCopy.RestoreAsync(Path.GetFullPath(parsed.GetValue(from)!), Path.GetFullPath(parsed.GetValue(data)!), cancellation), parsed.GetValue(json), tongue));
        return command;
    }
}
