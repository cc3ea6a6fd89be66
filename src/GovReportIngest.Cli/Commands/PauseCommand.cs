using System.CommandLine;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport pause --data DIR</c> and <c>govreport resume --data DIR</c>: whether what waits in a store is read in the background.</summary>
internal static class PauseCommand
{
    public static Command CreatePause(Tongue tongue) => Create("pause", isPaused: true, tongue,
        tongue["Begin nothing more of what waits in a store", "暂停处理数据文件夹中等待的文件"],
        tongue["Paused: what is being read is finished, documents are still taken in.", "已暂停：正在处理的会完成，仍继续收件。"]);

    public static Command CreateResume(Tongue tongue) => Create("resume", isPaused: false, tongue,
        tongue["Go on with what waits in a store", "继续处理数据文件夹中等待的文件"],
        tongue["Resumed.", "已恢复处理。"]);

    private static Command Create(string verb, bool isPaused, Tongue tongue, string description, string answer)
    {
        var data = StoreOptions.Data(tongue);
        var command = new Command(verb, description) { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await StoreFolder.SetPausedAsync(Path.GetFullPath(parsed.GetValue(data)!), isPaused, TimeProvider.System, cancellation);
            Console.Out.WriteLine(answer);
            return (int)ExitCode.Done;
        });
        return command;
    }
}
