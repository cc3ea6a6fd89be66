using System.Diagnostics;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Speech;
using GovReportIngest.Exporting;
using GovReportIngest.Exporting.Deliveries;
using GovReportIngest.Jobs;
using GovReportIngest.Storage;
using static GovReportIngest.Cli.Store.StoreAnswer;

namespace GovReportIngest.Cli.Export;

/// <summary><c>export --changed-since</c>: writes a delivery for a warehouse, and tells its token.</summary>
internal sealed class DeliveryRun(Tongue tongue)
{
    public async Task<int> RunAsync(ReportStore store, ChosenReports reports, ExportSettings settings, string since, IBatchProgress progress, CancellationToken cancellation)
    {
        progress.Started(reports.Rows.Count, reports.Rows.Count);
        try
        {
            var delivery = new Delivery(store, Delivery.FolderOf(settings.Data), Installation.Version);
            var manifest = await delivery.WriteAsync(reports, ChoiceOf(settings.Choice), settings.Format, since, settings.Out, cancellation: cancellation);
            progress.Ended();
            Tell(manifest, settings);
            return (int)ExitCode.Done;
        }
        catch (DeliveryException refused)
        {
            throw Explain(refused.Fault);
        }
    }

    /// <summary>The filters alone: a token is good for the same ones.</summary>
    private static string ChoiceOf(ExportChoice choice) => choice is ExportChoice.Found(var filter) ? (filter with { After = null, Most = 0 }).ToString().ReplaceLineEndings(" ") : throw new UnreachableException();

    private CommandFailure Explain(DeliveryFault fault) => fault switch
    {
        DeliveryFault.UnknownToken => new(ExitCode.Usage, tongue["The store does not know this token.", "数据文件夹中没有这个令牌。"], tongue["--changed-since start gives everything, and a token to go on with.", "请用 --changed-since start 重新交付全部内容。"]),
        DeliveryFault.OtherChoice => new(ExitCode.Usage, tongue["This token is of a delivery with other filters.", "该令牌所属的交付使用了不同的筛选条件。"], tongue["Give the same filters, or --changed-since start.", "请使用相同的筛选条件，或用 --changed-since start。"]),
        DeliveryFault.FolderTaken => new(ExitCode.Usage, tongue["The folder holds something else.", "文件夹中已有其他内容。"], tongue["Give a new folder for every delivery.", "每次交付请使用新的文件夹。"]),
        _ => throw new UnreachableException(),
    };

    private void Tell(DeliveryManifest manifest, ExportSettings settings)
    {
        if (settings.Json)
        {
            Console.Out.Write(manifest.ToJson());
            return;
        }

        Console.Out.WriteLine(TerminalText.Printable(tongue[
            $"{Counted(manifest.Upserts, "report")} new or changed, {Number(manifest.Withdrawals)} withdrawn → {settings.Out}", $"新增或变更 {Number(manifest.Upserts)} 份，撤回 {Number(manifest.Withdrawals)} 份 → {settings.Out}"]));
        if (manifest.Unread > 0)
            Console.Out.WriteLine(tongue[$"not in it, because not read yet: {Counted(manifest.Unread, "document")}", $"{Number(manifest.Unread)} 份文件尚未处理，未导出"]);
        Console.Out.WriteLine(tongue[$"token: {manifest.Token}", $"令牌：{manifest.Token}"]);
    }
}
