using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Read;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Server;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Serving;

/// <summary>Serves one store until it is told to stop, and reads what is uploaded to it.</summary>
internal sealed class ServeRun(TextWriter output, Tongue tongue)
{
    private static readonly TimeSpan SetupTime = TimeSpan.FromMinutes(30);

    public async Task RunAsync(string data, ServerOptions options, int workers, CancellationToken cancellation)
    {
        await using var store = await StoreFolder.OpenAsync(data, Installation.LoadedForms, TimeProvider.System, cancellation);
        // Pages are drawn beside what is being read: nobody who looks at one waits for a long document.
        await using var painter = new WorkerLimits { Workers = 1 }.CreatePool();
        await using var readers = new WorkerLimits { Workers = workers }.CreatePool();
        using var processing = new DocumentProcessing(
            store, new(Engine.Load().CreatePipeline(readers), store, null, options.ScratchFolder), workers, TimeProvider.System);
        await using var server = await StartAsync(options, store, processing, painter, cancellation);
        await processing.StartAsync(cancellation);
        output.WriteLine(tongue[$"Review at {server.Url}", $"复核地址：{server.Url}"]);
        if ((await store.Users.ListAsync(cancellation)).Count == 0)
            await TellSetupAsync(store, server.Url, cancellation);
        output.WriteLine(tongue["Ctrl-C ends it.", "按 Ctrl-C 结束。"]);
        await Task.WhenAny(Task.Delay(Timeout.Infinite, cancellation), processing.ExecuteTask!);
        await server.StopAsync(CancellationToken.None);
        await processing.StopAsync(CancellationToken.None);
        output.WriteLine(tongue["Ended.", "已结束。"]);
    }

    private async Task<ReviewServer> StartAsync(
        ServerOptions options, ReportStore store, DocumentProcessing processing, IDocumentReader painter, CancellationToken cancellation)
    {
        try
        {
            return await ReviewServer.StartAsync(options, store, processing, painter, TimeProvider.System, cancellation);
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
