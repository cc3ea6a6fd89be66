using System.CommandLine;
using System.Text;
using GovReportIngest.Cli.Series;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Series;
using GovReportIngest.Core.Speech;
using GovReportIngest.Exporting;
using GovReportIngest.Jobs;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport series --data DIR --concept KEY</c>: one figure over the years of agencies, with what is to be known before years are compared.</summary>
internal static class SeriesCommand
{
    public static Command Create(Tongue tongue)
    {
        var (data, json, limit) = (StoreOptions.Data(tongue), StoreOptions.Json(tongue), StoreOptions.Limit(tongue));
        var concept = new Option<string?>("--concept") { Description = tongue["Which figure; without it, the figures that can be followed are listed", "指标；不指定则列出全部指标"] };
        var agency = new Option<string?>("--agency") { Description = tongue["Only agencies whose name, now or before, holds this, or with this id", "只限现名或曾用名含此文字的机关，或此编号的机关"] };
        var all = new Option<bool>("--all") { Description = tongue["Also further sources of the same report, not the most trusted one alone", "包括同一报告的其他来源，不只最可信的一份"] };
        var svg = new Option<string?>("--svg") { Description = tongue["Draw charts into this file", "把图表写入此文件"] };
        var command = new Command("series", tongue["Follow one figure over years and forms", "查看某项指标的历年数字"]) { data, concept, agency, all, svg, limit, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await StoreOptions.OpenAsync(parsed.GetValue(data)!, cancellation);
            if (parsed.GetValue(concept) is not { } key)
            {
                StoreAnswer.Tell(parsed.GetValue(json), ConceptsJson.Of(Installation.LoadedConcepts.Value), output => SeriesText.Write(output, tongue, Installation.LoadedConcepts.Value));
                return (int)ExitCode.Done;
            }

            var asked = Installation.LoadedConcepts.Value.Find(key) ?? throw new CommandFailure(ExitCode.Usage,
                tongue[$"There is no concept {key}.", $"没有指标 {key}。"], tongue["govreport series --data DIR lists them.", "govreport series --data DIR 会列出全部指标。"]);
            List<AgencySeries> agencies = await new StoredSeries(store, asked).ReadAsync(parsed.GetValue(agency), parsed.GetValue(all), cancellation).ToListAsync(cancellation);
            if (agencies.Count == 0)
                throw new CommandFailure(ExitCode.Usage, tongue["The store has no such figure of such an agency.", "数据文件夹中没有相应机关的这项数字。"], tongue["govreport list shows what it has.", "govreport list 会列出已有内容。"]);
            if (parsed.GetValue(svg) is { } file)
                RecordFiles.WriteAtomically(file, Encoding.UTF8.GetBytes(SeriesChart.Draw(asked, tongue, [.. agencies.Take(parsed.GetValue(limit))])));
            StoreAnswer.Tell(parsed.GetValue(json), SeriesJson.Of(asked, agencies), output => SeriesText.Write(output, tongue, asked, agencies, store.Forms, parsed.GetValue(limit)));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
