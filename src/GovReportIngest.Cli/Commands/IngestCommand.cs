using System.CommandLine;
using System.CommandLine.Parsing;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Collect;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport ingest PATH… --out DIR</c>.</summary>
internal static class IngestCommand
{
    public static Command Create(Tongue tongue)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = tongue["Files and folders to ingest (PDF, scans, text)", "要处理的文件和文件夹（PDF、扫描件、文本）"],
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--out", "-o") { Required = true, Description = tongue["Folder for the records", "记录的输出文件夹"] };
        var workers = new Option<int>("--workers", "-w")
        {
            DefaultValueFactory = _ => Environment.ProcessorCount,
            Description = tongue["Documents read at the same time", "同时处理的文件数"],
        };
        var per = new Option<string>("--document-per")
        {
            DefaultValueFactory = _ => "auto",
            Description = tongue["What one document is: file; folder (of page images); auto: a folder of numbered page images and nothing else is one", "一份文件的单位：file 为单个文件；folder 为一个文件夹的页面图像；auto 为只含编号页面图像的文件夹算一份"],
        };
        per.AcceptOnlyFromAmong("auto", "file", "folder");
        var format = new Option<string[]>("--format") { Description = tongue["Besides the record: csv", "除记录外另输出：csv"] };
        format.AcceptOnlyFromAmong("json", "csv");
        var excelSafe = new Option<bool>("--excel-safe") { Description = tongue["CSV that Excel opens rightly (BOM, no formulas)", "适合 Excel 打开的 CSV（带 BOM，不含公式）"] };
        var force = new Option<bool>("--force") { Description = tongue["Ingest again what has a current record", "已有最新记录的也重新处理"] };
        var json = new Option<bool>("--json") { Description = tongue["Print the summary as JSON", "以 JSON 输出汇总"] };
        var timings = new Option<string?>("--timings") { Description = tongue["Write seconds per document to this file", "把每份文件的用时写入该文件"] };
        var debugImages = new Option<string?>("--debug-images")
        {
            Description = tongue["Draw every page with what was read where, as PNG into this folder (ingests again what is current; text files have no pages to draw)", "把每页及识别结果画成 PNG 写入该文件夹（已有最新记录的也重新处理；文本文件无页面可画）"],
        };
        var pageCpu = new Option<int>("--page-cpu") { DefaultValueFactory = _ => 60, Description = tongue["Processor seconds that one page may take", "每页最多占用的处理器秒数"] };
        var memory = new Option<int>("--worker-memory") { DefaultValueFactory = _ => 1024, Description = tongue["Megabytes that one worker may take", "每个工作进程最多占用的内存（MB）"] };
        pageCpu.Validators.Add(AtLeast(1));
        memory.Validators.Add(AtLeast(256));
        var command = new Command("ingest", tongue["Turn reports into records", "把报告转换成结构化记录"])
        {
            paths, output, workers, per, format, excelSafe, force, json, timings, debugImages, pageCpu, memory,
        };
        command.SetAction((parsed, cancellation) => new IngestRun(tongue, TimeProvider.System).RunAsync(
            new()
            {
                Paths = parsed.GetValue(paths)!,
                Out = Path.GetFullPath(parsed.GetValue(output)!),
                Workers = Math.Max(1, parsed.GetValue(workers)),
                DocumentPer = Enum.Parse<DocumentPer>(parsed.GetValue(per)!, ignoreCase: true),
                AlsoCsv = parsed.GetValue(format)?.Contains("csv") == true,
                ExcelSafe = parsed.GetValue(excelSafe),
                Force = parsed.GetValue(force),
                Json = parsed.GetValue(json),
                Timings = parsed.GetValue(timings),
                DebugImages = parsed.GetValue(debugImages) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null,
                PageCpu = TimeSpan.FromSeconds(parsed.GetValue(pageCpu)),
                WorkerBytes = (long)parsed.GetValue(memory) << 20,
            },
            cancellation));
        return command;
    }

    private static Action<OptionResult> AtLeast(int least) => result =>
    {
        if (result.GetValueOrDefault<int>() < least)
            result.AddError($"{result.Option.Name}: at least {least}");
    };
}
