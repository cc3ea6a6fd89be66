using System.CommandLine;
using GovReportIngest.Cli.Reread;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport retry [ID…] --data DIR</c>: reads what waits in a store, and what is due to be tried again.</summary>
internal static class RetryCommand
{
    public static Command Create(Tongue tongue)
    {
        var command = new Command("retry", tongue["Read what waits in a store, and try again what failed", "处理数据文件夹中等待的文件，并重试失败的文件"]);
        var options = new RereadOptions(tongue);
        var now = new Option<bool>("--now") { Description = tongue["Do not wait until an attempt is due", "不等待重试时间"] };
        var rejected = new Option<bool>("--rejected") { Description = tongue["Also all that was rejected", "包括全部被拒收的文件"] };
        options.AddTo(command);
        command.Options.Add(now);
        command.Options.Add(rejected);
        command.SetAction((parsed, cancellation) =>
        {
            RereadChoice choice = options.IdsOf(parsed) is { Count: > 0 } ids
                ? new RereadChoice.These(ids) : new RereadChoice.Waiting(parsed.GetValue(now), parsed.GetValue(rejected));
            return new RereadRun(tongue, TimeProvider.System).RunAsync(new("retry", choice, options.Read(parsed), IsTrial: false), cancellation);
        });
        return command;
    }
}
