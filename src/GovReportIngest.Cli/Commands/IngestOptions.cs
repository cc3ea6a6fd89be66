using System.CommandLine;
using System.CommandLine.Parsing;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Processing;

namespace GovReportIngest.Cli.Commands;

/// <summary>The options of <c>ingest</c>, and the settings that a command line makes of them.</summary>
internal sealed class IngestOptions
{
    private readonly Argument<string[]> paths;
    private readonly Option<string?> output;
    private readonly Option<string?> data;
    private readonly Option<int> priority;
    private readonly Option<int> workers;
    private readonly Option<string> per;
    private readonly Option<string[]> format;
    private readonly Option<bool> excelSafe;
    private readonly Option<bool> force;
    private readonly Option<bool> json;
    private readonly Option<string?> timings;
    private readonly Option<string?> grounds;
    private readonly Option<string?> debugImages;
    private readonly Option<bool> estimate;
    private readonly Option<int> pageCpu;
    private readonly Option<int> memory;
    private readonly Tongue tongue;

    public IngestOptions(Tongue tongue)
    {
        this.tongue = tongue;
        paths = new("path") { Description = tongue["Files and folders to ingest (PDF, scans, text)", "要处理的文件和文件夹（PDF、扫描件、文本）"], Arity = ArgumentArity.OneOrMore };
        output = new("--out", "-o") { Description = tongue["Folder for the records (needed but for --estimate)", "记录的输出文件夹（除 --estimate 外必填）"] };
        data = new("--data") { Description = tongue["Store to record into as well (made if it is not there)", "同时记入的数据文件夹（没有则新建）"] };
        priority = new("--priority") { DefaultValueFactory = _ => 0, Description = tongue["With --data: the greater, the earlier retry reads what an interrupted run left", "与 --data 同用：数值越大，retry 越先处理中断后剩下的文件"] };
        workers = StoreOptions.Workers(tongue);
        per = new("--document-per") { DefaultValueFactory = _ => "auto", Description = tongue["What one document is: file; folder (of page images); auto: a folder of nothing but one-page images whose names run like pages is one", "一份文件的单位：file 为单个文件；folder 为一个文件夹的页面图像；auto 为只含单页图像且文件名按页码连续的文件夹算一份"] };
        per.AcceptOnlyFromAmong("auto", "file", "folder");
        format = new("--format") { Description = tongue["Besides the record: csv", "除记录外另输出：csv"] };
        format.AcceptOnlyFromAmong("json", "csv");
        excelSafe = new("--excel-safe") { Description = tongue["CSV that Excel opens rightly (BOM, no formulas)", "适合 Excel 打开的 CSV（带 BOM，不含公式）"] };
        force = new("--force") { Description = tongue["Ingest again what has a current record", "已有最新记录的也重新处理"] };
        json = new("--json") { Description = tongue["Print the summary, or the estimate, as JSON", "以 JSON 输出汇总或估算结果"] };
        timings = new("--timings") { Description = tongue["Write seconds per document to this file", "把每份文件的用时写入该文件"] };
        grounds = new("--grounds") { Description = tongue["Write what the probability of every scanned field rests on to this file, as JSON lines (ingests again what is current)", "把每个扫描字段概率的依据以 JSON 行写入该文件（已有最新记录的也重新处理）"] };
        debugImages = new("--debug-images") { Description = tongue["Draw every page with what was read where, as PNG into this folder (ingests again what is current; text files have no pages to draw)", "把每页及识别结果画成 PNG 写入该文件夹（已有最新记录的也重新处理；文本文件无页面可画）"] };
        estimate = new("--estimate") { Description = tongue["Write nothing: read a sample (two minutes, as a rule) and say hours and cores for all", "不写入任何文件：抽样读取（一般两分钟以内），估算全部处理所需的时间和核数"] };
        pageCpu = new("--page-cpu") { DefaultValueFactory = _ => WorkerLimits.DefaultPageCpuSeconds, Description = tongue["Processor seconds that one page may take", "每页最多占用的处理器秒数"] };
        pageCpu.Validators.Add(AtLeast(1));
        memory = new("--worker-memory") { DefaultValueFactory = _ => WorkerLimits.DefaultWorkerMegabytes, Description = tongue["Megabytes that one worker may take", "每个工作进程最多占用的内存（MB）"] };
        memory.Validators.Add(AtLeast(256));
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(paths);
        foreach (var option in new Option[] { output, data, priority, workers, per, format, excelSafe, force, json, timings, grounds, debugImages, estimate, pageCpu, memory })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(estimate) && string.IsNullOrEmpty(result.GetValue(output)))
                result.AddError(tongue["Give the folder for the records: --out DIR.", "请用 --out DIR 指定记录的输出文件夹。"]);
        });
    }

    public bool IsEstimate(ParseResult parsed) => parsed.GetValue(estimate);

    public IngestSettings Read(ParseResult parsed) => new()
    {
        Paths = parsed.GetValue(paths)!,
        Out = FullPathOf(parsed.GetValue(output)) ?? "",
        Data = FullPathOf(parsed.GetValue(data)),
        Priority = parsed.GetValue(priority),
        Limits = new()
        {
            Workers = Math.Max(1, parsed.GetValue(workers)), PageCpu = TimeSpan.FromSeconds(parsed.GetValue(pageCpu)), WorkerBytes = (long)parsed.GetValue(memory) << 20,
        },
        DocumentPer = Enum.Parse<DocumentPer>(parsed.GetValue(per)!, ignoreCase: true),
        AlsoCsv = parsed.GetValue(format)?.Contains("csv") == true,
        ExcelSafe = parsed.GetValue(excelSafe),
        Force = parsed.GetValue(force),
        Json = parsed.GetValue(json),
        Timings = parsed.GetValue(timings),
        Grounds = FullPathOf(parsed.GetValue(grounds)),
        DebugImages = FullPathOf(parsed.GetValue(debugImages)),
    };

    private static string? FullPathOf(string? path) => string.IsNullOrEmpty(path) ? null : Path.GetFullPath(path);

    private static Action<OptionResult> AtLeast(int least) => result =>
    {
        if (result.GetValueOrDefault<int>() < least)
            result.AddError($"{result.Option.Name}: at least {least}");
    };
}
