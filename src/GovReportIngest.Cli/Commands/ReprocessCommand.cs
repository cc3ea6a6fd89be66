using System.CommandLine;
using GovReportIngest.Cli.Reread;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport reprocess … --data DIR</c>: reads documents of a store again, as after a new model or form, and shows what changed.</summary>
internal static class ReprocessCommand
{
    public static Command Create(Tongue tongue)
    {
        var command = new Command("reprocess", tongue["Read documents of a store again and show what changed", "重新处理数据文件夹中的文件并列出变化"]);
        var (options, filter) = (new RereadOptions(tongue), new FilterOptions(tongue));
        var outdated = new Option<bool>("--outdated") { Description = tongue["Only what another program, model or form read", "只处理由其他版本的程序、模型或表式得出的文件"] };
        var all = new Option<bool>("--all") { Description = tongue["All documents", "全部文件"] };
        var trial = new Option<bool>("--dry-run") { Description = tongue["Write nothing, only show what would change", "不写入，只列出将有的变化"] };
        options.AddTo(command);
        filter.AddTo(command);
        foreach (var option in new[] { outdated, all, trial })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.Children.All(child => child is System.CommandLine.Parsing.OptionResult { Option.Name: "--data" or "--out" or "--workers" or "--json" or "--dry-run" or "--lang" or "--yes" }))
                result.AddError(tongue["Say which documents: ids, --state, --agency, --year, --form, --tag, --outdated or --all.", "请说明处理哪些文件：编号、--state、--agency、--year、--form、--tag、--outdated 或 --all。"]);
        });
        command.SetAction((parsed, cancellation) =>
        {
            RereadChoice choice = options.IdsOf(parsed) is { Count: > 0 } ids
                ? new RereadChoice.These(ids) : new RereadChoice.Found(filter.Read(parsed), parsed.GetValue(outdated));
            return new RereadRun(tongue, TimeProvider.System).RunAsync(new("reprocess", choice, options.Read(parsed), parsed.GetValue(trial)), cancellation);
        });
        return command;
    }
}
