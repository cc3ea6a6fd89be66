using GovReportIngest.Cli.Watch;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Jobs.Watching;
using GovReportIngest.Server;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Serving;

/// <summary>Serves one store until it is told to stop, and reads what is uploaded to it or dropped into watched folders.</summary>
internal sealed class ServeRun(IWatchTeller teller, TextWriter output, Tongue tongue, TimeProvider time)
{
    private static readonly TimeSpan SetupTime = TimeSpan.FromMinutes(30);

    /// <param name="options">Where to listen.</param>
    /// <param name="settings">The store, and the folders that are watched; none, perhaps.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(ServerOptions options, WatchSettings settings, CancellationToken cancellation)
    {
        if (settings.AreThere)
            WatchSettingsCheck.Require(settings);
        await using var work = await StoreAtWork.OpenAsync(settings, teller, time, cancellation);
        // Pages are drawn beside what is being read: nobody who looks at one waits for a long document.
        await using var painter = new WorkerLimits { Workers = 1 }.CreatePool();
        await using var server = await StartAsync(options, work.Store, work.Processing, painter, cancellation);
        await work.Processing.StartAsync(cancellation);
        await work.Watching.StartAsync(cancellation);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var filling = FillSearchAsync(work.Store, ended.Token);
        await TellAsync(server, settings, work.Store, cancellation);
        await Task.WhenAny(Task.Delay(Timeout.Infinite, cancellation), work.Processing.ExecuteTask!);
        await server.StopAsync(CancellationToken.None);
        await ended.CancelAsync();
        await filling;
        await work.StopAsync();
        output.WriteLine(tongue["Ended.", "已结束。"]);
        if (work.Processing.ExecuteTask is { IsFaulted: true } broken)
            await broken;
    }

    /// <summary>Reports that were stored before there was an index of what they say are found from then on.</summary>
    private async Task FillSearchAsync(ReportStore store, CancellationToken cancellation)
    {
        try
        {
            if (await store.Search.FillAsync(cancellation) is > 0 and var filled)
                output.WriteLine(tongue[$"{filled} reports of earlier versions can be searched now.", $"已为早期版本存入的 {filled} 份报告建立全文索引。"]);
        }
        catch (OperationCanceledException)
        {
            // The next start goes on with it.
        }
    }

    private async Task TellAsync(ReviewServer server, WatchSettings settings, ReportStore store, CancellationToken cancellation)
    {
        output.WriteLine(tongue[$"Review at {server.Url}", $"复核地址：{server.Url}"]);
        foreach (var place in settings.Folders.Select(watched => watched.Folder).Concat(settings.Listings.Select(watched => watched.Pages[0].AbsoluteUri)))
            output.WriteLine(tongue[$"Watching {place}", $"正在监视 {place}"]);
        if ((await store.Users.ListAsync(cancellation)).Count == 0)
            await TellSetupAsync(store, server.Url, cancellation);
        output.WriteLine(tongue["Ctrl-C ends it.", "按 Ctrl-C 结束。"]);
    }

    private async Task<ReviewServer> StartAsync(
        ServerOptions options, ReportStore store, DocumentProcessing processing, IDocumentReader painter, CancellationToken cancellation)
    {
        try
        {
            return await ReviewServer.StartAsync(options, store, processing, painter, time, cancellation);
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or System.Security.Cryptography.CryptographicException)
        {
            throw new CommandFailure(ExitCode.Usage, wrong.Message, tongue["Give PEM files of a certificate and its key.", "请给出证书及其私钥的 PEM 文件。"]);
        }
        catch (IOException taken)
        {
            throw new CommandFailure(ExitCode.Usage, taken.Message, tongue["End the program that listens there, or give another --url.", "请结束占用该地址的程序，或用 --url 指定其他地址。"]);
        }
    }

    private async Task TellSetupAsync(ReportStore store, Uri url, CancellationToken cancellation)
    {
        var secret = await store.Users.AddSetupAsync(SetupTime, cancellation);
        output.WriteLine(tongue[
            "There are no accounts yet. This link makes the first one; it works once, for 30 minutes:", "还没有账户。用以下链接创建首个账户（仅可使用一次，30 分钟内有效）："]);
        output.WriteLine($"  {new Uri(url, $"/setup/{secret}")}");
    }
}
