using System.Text;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;
using GovReportIngest.Exporting;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using static GovReportIngest.Cli.Store.StoreAnswer;

namespace GovReportIngest.Cli.Export;

/// <summary>A whole <c>export</c>: finds the reports, writes them, and tells what was written.</summary>
internal sealed class ExportRun(Tongue tongue, TimeProvider time)
{
    public async Task<int> RunAsync(ExportSettings settings, CancellationToken cancellation)
    {
        await using var store = await StoreOptions.OpenAsync(settings.Data, cancellation);
        var progress = ProgressLine.OrSilent(settings.Json, tongue, time);
        var done = 0;
        var reports = await ChosenReports.FindAsync(store, settings.Choice, row =>
        {
            var count = Interlocked.Increment(ref done);
            progress.Finished(row.Path, count, count);
        }, cancellation);
        if (settings.ChangedSince is { } since)
            return await new DeliveryRun(tongue).RunAsync(store, reports, settings, since, progress, cancellation);
        if (reports.Rows.Count == 0)
            throw new CommandFailure(ExitCode.Usage, tongue["The store has no such report.", "数据文件夹中没有符合条件的报告。"], tongue["govreport list shows what it has.", "govreport list 会列出已有内容。"]);
        if (ExportFormats.IsOfFile(settings.Format) && (reports = reports.OfFiles()).Rows.Count > 1 && !settings.IsToFolder)
            throw new CommandFailure(ExitCode.Usage,
                tongue[$"{reports.Rows.Count} files cannot be one in this format.", $"此格式不能把 {reports.Rows.Count} 份文件合为一个。"],
                tongue["Give a folder: --out DIR/", "请指定文件夹：--out DIR/"]);
        progress.Started(reports.Rows.Count, reports.Rows.Count);
        var manifest = ExportManifest.Of(reports, settings.Format, Installation.Version);
        await using var reader = new WorkerLimits { Workers = Environment.ProcessorCount }.CreatePool();
        var pages = new StoredPageTexts(new(store, reader, Path.GetTempPath()), StoredPageTexts.FolderOf(settings.Data));
        var format = ExportFormats.Of(settings.Format, settings.ExcelSafe, tongue, pages);
        if (settings.IsToPipe)
            await WriteToPipeAsync(format, reports, cancellation);
        else if (settings.IsToFolder)
            await WriteToFolderAsync(format, reports, settings, cancellation);
        else
            manifest = await WriteToFileAsync(format, reports, manifest, settings.Out, cancellation);
        progress.Ended();
        if (!settings.IsToPipe)
            Tell(manifest, settings);
        return (int)ExitCode.Done;
    }

    private async Task WriteToPipeAsync(IReportFormat format, ChosenReports reports, CancellationToken cancellation)
    {
        await using var output = Console.OpenStandardOutput();
        try
        {
            await format.WriteAsync(reports, output, cancellation);
        }
        catch (NotExportableException impossible)
        {
            throw Impossible(impossible);
        }
    }

    private async Task WriteToFolderAsync(IReportFormat format, ChosenReports reports, ExportSettings settings, CancellationToken cancellation)
    {
        try
        {
            var folder = new ExportFolder(settings.Out, format, ExportFormats.SuffixOf(settings.Format), ExportFormats.ShapeOf(settings.Format, settings.ExcelSafe, tongue), Installation.Version);
            await folder.WriteAsync(reports, cancellation);
            foreach (var left in folder.Left)
                Console.Error.WriteLine(TerminalText.Printable(tongue[$"govreport: left out: {left}", $"govreport：未导出：{left}"]));
        }
        catch (OutputClashException clash)
        {
            throw new CommandFailure(ExitCode.Usage, clash.Message, tongue["Export them into different folders.", "请分别导出到不同的文件夹。"]);
        }
    }

    /// <summary>The manifest is written last: where it is, the file is whole.</summary>
    private async Task<ExportManifest> WriteToFileAsync(IReportFormat format, ChosenReports reports, ExportManifest manifest, string path, CancellationToken cancellation)
    {
        File.Delete(ExportManifest.PathFor(path));
        try
        {
            await RecordFiles.WriteAtomicallyAsync(path, output => format.WriteAsync(reports, output, cancellation));
        }
        catch (NotExportableException impossible)
        {
            throw Impossible(impossible);
        }

        manifest = await manifest.OfFileAsync(path, cancellation);
        RecordFiles.WriteAtomically(ExportManifest.PathFor(path), Encoding.UTF8.GetBytes(manifest.ToJson()));
        return manifest;
    }

    private CommandFailure Impossible(NotExportableException impossible) =>
        new(ExitCode.Usage, impossible.Message, tongue["Take another format: docs/export.md.", "请改用其他格式，见 docs/export.md。"]);

    private void Tell(ExportManifest manifest, ExportSettings settings)
    {
        if (settings.Json)
        {
            Console.Out.Write(manifest.ToJson());
            return;
        }

        Console.Out.WriteLine(TerminalText.Printable(tongue[$"{Counted(manifest.Reports, "report")} → {settings.Out}", $"{Number(manifest.Reports)} 份报告 → {settings.Out}"]));
        if (manifest.Open > 0)
            Console.Out.WriteLine(tongue[
                $"{Counted(manifest.Open, "question")} about them {(manifest.Open == 1 ? "waits" : "wait")} for review; these values are marked, and not yet to be relied on",
                $"其中 {Number(manifest.Open)} 项待复核，相应数值已标出，尚不可采用"]);
        if (manifest.Unread > 0)
            Console.Out.WriteLine(tongue[$"not in it, because not read yet: {Counted(manifest.Unread, "document")}", $"{Number(manifest.Unread)} 份文件尚未处理，未导出"]);
    }
}
