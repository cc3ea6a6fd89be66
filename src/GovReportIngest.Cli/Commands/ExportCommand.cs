using System.CommandLine;
using GovReportIngest.Cli.Export;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Exporting;
using GovReportIngest.Exporting.Deliveries;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport export [ID…] --data DIR --format FORMAT --out PATH</c>: reviewed reports of a store for spreadsheets, programs and readers.</summary>
internal static class ExportCommand
{
    public static Command Create(Tongue tongue)
    {
        var ids = new Argument<string[]>("id") { Arity = ArgumentArity.ZeroOrMore, Description = tongue["Ids of documents (12) or of single reports (12#2); without any, what the filters find", "文件编号（12）或其中一份报告的编号（12#2）；不指定则按筛选条件导出"] };
        ids.Validators.Add(result =>
        {
            foreach (var text in result.GetValueOrDefault<string[]>() ?? [])
                if (!RecordId.TryParse(text, out _))
                    result.AddError(tongue[$"{text} is no id: an id is a number, or 12#2 for the second report of a file.", $"{text} 不是编号：编号是一个数字；文件中的第二份报告写作 12#2。"]);
        });
        var (data, json) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue));
        var filters = new FilterOptions(tongue);
        var format = new Option<string>("--format") { Required = true, Description = tongue["csv (a row a field), csv-wide (a row a report), jsonl, markdown, xlsx, alto (words with places), pdf (searchable), bagit (package for an archive) or log (decisions)", "csv（每字段一行）、csv-wide（每报告一行）、jsonl、markdown、xlsx、alto（带位置的文字）、pdf（双层，可检索）、bagit（归档包）或 log（复核日志）"] };
        format.AcceptOnlyFromAmong([.. ExportFormats.Codes]);
        var output = new Option<string>("--out", "-o") { Required = true, Description = tongue["File to write; a folder (there, or ending with /) gets a file for every report; - is standard output", "输出文件；若为文件夹（已存在或以 / 结尾）则每份报告一个文件；- 表示标准输出"] };
        var excelSafe = new Option<bool>("--excel-safe") { Description = tongue["CSV that Excel opens rightly (BOM, no formulas)", "适合 Excel 打开的 CSV（带 BOM，不含公式）"] };
        var since = new Option<string?>("--changed-since") { Description = tongue["Only what changed since the delivery that gave this token, for a warehouse; start: everything, and a first token", "只导出上次交付（以其令牌表示）之后的变化，供数据仓库使用；start 表示全部"] };
        var command = new Command("export", tongue["Write reviewed reports for spreadsheets, programs and readers", "导出复核后的报告"]) { ids, data, format, output };
        filters.AddTo(command);
        command.Options.Add(excelSafe);
        command.Options.Add(since);
        command.Options.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(since) is null)
                return;
            if (result.GetValue(ids) is { Length: > 0 })
                result.AddError(tongue["--changed-since is of all reports that the filters find, not of single ones.", "--changed-since 不能与单个报告编号同用。"]);
            if (ExportFormats.Find(result.GetValue(format)) is { } asked && !Delivery.Formats.Contains(asked))
                result.AddError(tongue["--changed-since has the formats csv and jsonl.", "--changed-since 只支持 csv 和 jsonl。"]);
            if (result.GetValue(output) == ExportSettings.Pipe)
                result.AddError(tongue["--changed-since writes a folder: --out DIR/", "--changed-since 需要输出文件夹：--out DIR/"]);
        });
        command.SetAction((parsed, cancellation) => new ExportRun(tongue, TimeProvider.System).RunAsync(new()
        {
            Data = parsed.GetValue(data)!,
            Choice = parsed.GetValue(ids) is { Length: > 0 } some ? new ExportChoice.These([.. some.Select(IdOf)]) : new ExportChoice.Found(filters.Read(parsed)),
            Format = ExportFormats.Find(parsed.GetValue(format))!.Value,
            Out = parsed.GetValue(output)!,
            ChangedSince = parsed.GetValue(since),
            ExcelSafe = parsed.GetValue(excelSafe),
            Json = parsed.GetValue(json),
        }, cancellation));
        return command;
    }

    /// <summary>A number alone means all reports of the document.</summary>
    private static RecordId IdOf(string text) =>
        RecordId.TryParse(text, out var id) && text.Contains('#', StringComparison.Ordinal) ? id : id with { Part = ExportChoice.These.AllParts };
}
