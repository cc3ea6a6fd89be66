using System.CommandLine;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Tables;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Processing;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport tables PATH… [--out DIR]</c>: the tables of any document, whether a form knows them or not.</summary>
internal static class TablesCommand
{
    private static readonly string[] All = ["csv", "html", "json"];

    public static Command Create(Tongue tongue)
    {
        var paths = new Argument<string[]>("path") { Description = tongue["Files and folders (PDF, scans, text, HTML, DOCX)", "文件和文件夹（PDF、扫描件、文本、HTML、DOCX）"], Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out", "-o") { Description = tongue["Folder to write to; without it the tables are printed", "输出文件夹；不指定则直接打印表格"] };
        var format = new Option<string[]>("--format") { Description = tongue["csv, html (with spans) or json (with spans and places); default: all into --out, csv when printed", "csv、html（含合并单元格）或 json（含合并单元格和位置）；默认写入 --out 时全部输出，打印时为 csv"] };
        format.AcceptOnlyFromAmong(All);
        var excelSafe = new Option<bool>("--excel-safe") { Description = tongue["CSV that Excel opens rightly (BOM, no formulas)", "适合 Excel 打开的 CSV（带 BOM，不含公式）"] };
        var workers = new Option<int>("--workers", "-w") { DefaultValueFactory = _ => Environment.ProcessorCount, Description = tongue["Documents read at the same time (as many as cores)", "同时处理的文件数（默认等于处理器核数）"] };
        var command = new Command("tables", tongue["Take the tables out of any document", "提取任意文件中的表格"]) { paths, output, format, excelSafe, workers };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.GetValue(output)) && result.GetValue(format)?.Distinct().Count() > 1)
                result.AddError(tongue["One --format only can be printed; give --out DIR for several.", "打印时只能选择一种 --format；需要多种格式请指定 --out DIR。"]);
        });
        command.SetAction((parsed, cancellation) =>
        {
            var folder = parsed.GetValue(output);
            var formats = parsed.GetValue(format) is { Length: > 0 } some ? some.Distinct().Order(StringComparer.Ordinal).ToArray() : string.IsNullOrEmpty(folder) ? ["csv"] : All;
            return new TablesRun(tongue, TimeProvider.System).RunAsync(new(new IngestSettings
            {
                Paths = parsed.GetValue(paths)!,
                Out = string.IsNullOrEmpty(folder) ? "" : Path.GetFullPath(folder),
                Limits = new() { Workers = Math.Max(1, parsed.GetValue(workers)) },
                DocumentPer = DocumentPer.Auto,
                ExcelSafe = parsed.GetValue(excelSafe),
            }, formats), cancellation);
        });
        return command;
    }
}
