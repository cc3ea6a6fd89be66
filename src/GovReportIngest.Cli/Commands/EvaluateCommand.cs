using System.CommandLine;
using System.Text;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Evaluate;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport evaluate TRUTH OUT</c>: compares records with their truth.</summary>
internal static class EvaluateCommand
{
    private const int MostMistakes = 40;

    public static Command Create(Tongue tongue)
    {
        var truth = new Argument<DirectoryInfo>("truth") { Description = tongue["Folder of *.expected.json", "存放 *.expected.json 的文件夹"] };
        var records = new Argument<DirectoryInfo>("out") { Description = tongue["Folder of the records", "记录所在的文件夹"] };
        var json = new Option<bool>("--json") { Description = tongue["Print JSON", "以 JSON 输出"] };
        var mistakes = new Option<bool>("--mistakes") { Description = tongue["List the fields that differ", "列出不一致的字段"] };
        var tables = new Option<bool>("--tables") { Description = tongue["Compare what tables wrote (*.tables.json)", "比较 tables 的输出（*.tables.json）"] };
        var calibration = new Option<bool>("--calibration") { Description = tongue["Compare the probabilities with what was right: reliability table, log loss, bound of silent errors", "检验概率是否可信：可靠性表、对数损失、漏报错误的上界"] };
        var command = new Command("evaluate", tongue["Compare records with the truth", "把记录与标准答案比较"]) { truth, records, json, mistakes, tables, calibration };
        command.SetAction(async (parsed, cancellation) =>
        {
            foreach (var folder in new[] { parsed.GetValue(truth)!, parsed.GetValue(records)! })
                if (!folder.Exists)
                    throw new CommandFailure(ExitCode.Usage,
                        tongue[$"There is no folder {folder}.", $"没有文件夹 {folder}。"],
                        tongue["Give the folder of the truth, then the folder that ingest wrote to.", "请先给出标准答案文件夹，再给出 ingest 的输出文件夹。"]);
            if (parsed.GetValue(tables))
                return await EvaluateTablesAsync(parsed.GetValue(truth)!.FullName, parsed.GetValue(records)!.FullName, parsed.GetValue(mistakes), cancellation);
            if (parsed.GetValue(calibration))
            {
                Console.Out.Write(CalibrationText.ToPlainText(
                    await Evaluation.EvaluateCalibrationAsync(parsed.GetValue(truth)!.FullName, parsed.GetValue(records)!.FullName, cancellation)));
                return (int)ExitCode.Done;
            }

            var report = await Evaluation.EvaluateAsync(parsed.GetValue(truth)!.FullName, parsed.GetValue(records)!.FullName, cancellation);
            Console.Out.Write(parsed.GetValue(json) ? Encoding.UTF8.GetString(EvaluationText.ToJson(report)) : EvaluationText.ToPlainText(report));
            if (parsed.GetValue(mistakes))
                foreach (var mistake in report.Mistakes.Take(MostMistakes))
                    Console.Out.WriteLine(TerminalText.Printable($"{(mistake.IsSilent ? "silent " : "flagged")}  {mistake.Document}  {mistake.Path}  {mistake.Expected} → {mistake.Found}"));
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> EvaluateTablesAsync(string truth, string tables, bool listsMistakes, CancellationToken cancellation)
    {
        var (scores, mistakes) = await TablesEvaluation.EvaluateAsync(truth, tables, cancellation);
        Console.Out.Write(TablesEvaluation.ToPlainText(scores));
        if (listsMistakes)
            foreach (var mistake in mistakes)
                Console.Out.WriteLine(TerminalText.Printable(mistake));
        return (int)ExitCode.Done;
    }
}
