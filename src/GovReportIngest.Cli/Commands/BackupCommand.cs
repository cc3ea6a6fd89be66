using System.CommandLine;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport backup --data DIR --to BACKUP</c>: copies a store, also while it is written to.</summary>
internal static class BackupCommand
{
    public static Command Create(Tongue tongue)
    {
        var (data, json) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue));
        var to = new Option<string>("--to") { Required = true, Description = tongue["Folder of the backup; an earlier one there is brought up to date", "备份文件夹；已有备份时增量更新"] };
        var command = new Command("backup", tongue["Copy a store, also while it is in use", "备份数据文件夹（可在使用中进行）"]) { data, to, json };
        command.SetAction(async (parsed, cancellation) => CopyText.Tell(
            await StoreCopy.BackUpAsync(Path.GetFullPath(parsed.GetValue(data)!), Path.GetFullPath(parsed.GetValue(to)!), cancellation), parsed.GetValue(json), tongue));
        return command;
    }
}
