using GovReportIngest.Core.Read;
using GovReportIngest.Reading;
using GovReportIngest.Reading.Worker;
using GovReportIngest.WorkerTestHost;

// worker: the real reader. misbehave: a reader that does what its document says. pool FILE: a parent, to be killed by a test.
switch (args)
{
    case ["worker"]:
        return await WorkerMain.RunAsync(() => new DocumentReader(new ReadingOptions()), CancellationToken.None);
    case ["misbehave"]:
        return await WorkerMain.RunAsync(() => new ScriptedReader(), CancellationToken.None);
    case ["garbage"]:
        Console.Write("This is not the protocol.");
        await Task.Delay(Timeout.Infinite);
        return 0;
    case ["pool", var file]:
        await using (var pool = new WorkerPool(new() { Command = [Environment.ProcessPath!, Environment.GetCommandLineArgs()[0], "misbehave"] }))
        {
            await using var document = await pool.OpenAsync(ScriptedReader.SourceOf(file), CancellationToken.None);
            await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
                Console.WriteLine(page.Words[0].Text);
        }

        return 0;
    default:
        return 2;
}
