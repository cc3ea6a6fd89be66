using System.CommandLine;
using GovReportIngest.Cli.Watch;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport watch FOLDER… --data STORE</c>: takes in what is dropped into folders, and reads it.</summary>
internal static class WatchCommand
{
    public static Command Create(Tongue tongue)
    {
        var command = new Command("watch", tongue["Take in and read what is dropped into folders", "监视文件夹，收进并处理放入的文件"]);
        var options = new WatchOptions(tongue);
        options.AddTo(command, tongue);
        command.SetAction((parsed, cancellation) =>
        {
            var (time, asJson) = (TimeProvider.System, options.AsJson(parsed));
            IWatchTeller teller = asJson ? new WatchLines(Console.Out, time) : new WatchText(Console.Out, tongue, time);
            return new WatchRun(teller, asJson ? TextWriter.Null : Console.Out, tongue, time).RunAsync(options.Read(parsed), options.IsOnce(parsed), cancellation);
        });
        return command;
    }
}
