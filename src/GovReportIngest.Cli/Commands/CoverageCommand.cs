using System.CommandLine;
using GovReportIngest.Cli.Agencies;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage.Agencies;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport coverage --data DIR</c>: of which agencies and years a store has reports, and which are missing.</summary>
internal static class CoverageCommand
{
    public static Command Create(Tongue tongue)
    {
        var (data, json, limit) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue), StoreOptions.Limit(tongue));
        var from = new Option<int?>("--from") { Description = tongue["First year", "起始年度"] };
        var to = new Option<int?>("--to") { Description = tongue["Last year", "截止年度"] };
        var agency = new Option<string?>("--agency") { Description = tongue["Only agencies whose name holds this", "只限名称含此文字的机构"] };
        var region = new Option<string?>("--region") { Description = tongue["Only agencies whose region code begins so", "只限行政区划代码以此开头的机构"] };
        var missing = new Option<bool>("--missing") { Description = tongue["Only agencies of which a report is missing", "只列有缺报的机构"] };
        var command = new Command("coverage", tongue["Show which reports of registered agencies are there, and which are missing", "查看名录内各机构各年度报告的收集情况"])
        {
            data, from, to, agency, region, missing, limit, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await StoreOptions.OpenAsync(parsed.GetValue(data)!, cancellation);
            var filter = new CoverageFilter { From = parsed.GetValue(from), To = parsed.GetValue(to), Agency = parsed.GetValue(agency), Region = parsed.GetValue(region) };
            var coverage = await store.Agencies.CoverAsync(filter, cancellation) ?? throw new CommandFailure(ExitCode.Usage,
                tongue["The store has no register of agencies.", "数据文件夹中没有机构名录。"],
                tongue["govreport agency import agencies.csv --data DIR takes one in.", "请先运行 govreport agency import agencies.csv --data DIR 导入名录。"]);
            if (parsed.GetValue(missing))
                coverage = coverage with { Agencies = [.. coverage.Agencies.Where(row => row.Years.Any(year => year.IsMissing))] };
            StoreAnswer.Tell(parsed.GetValue(json), CoverageJson.Of(coverage), output => CoverageText.Write(output, tongue, coverage, parsed.GetValue(limit)));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
