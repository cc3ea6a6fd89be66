using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Worker;
using GovReportIngest.WorkerTestHost;

namespace GovReportIngest.Reading.Tests.Worker;

/// <summary>A script on disk and what a reader makes of it.</summary>
internal sealed class ScriptFile : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".script");

    public ScriptFile(params string[] pages) => File.WriteAllLines(file, pages);

    public string FullPath => file;

    public SourceDocument Source => ScriptedReader.SourceOf(file);

    public static WorkerOptions Options(string verb = "misbehave") => new()
    {
        Command = [DotnetPath, typeof(ScriptedReader).Assembly.Location, verb],
        Workers = 1,
    };

    public static string DotnetPath => Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet"
        ? path : Path.Combine(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "/usr/bin", "dotnet");

    public async Task<(IReadOnlyList<ReadPage> Pages, IReadOnlyList<Core.Document.Problem> Problems)> ReadAsync(IDocumentReader reader)
    {
        await using var document = await reader.OpenAsync(Source, CancellationToken.None);
        var pages = new List<ReadPage>();
        await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
            pages.Add(page);
        return (pages, document.Problems);
    }

    public void Dispose() => File.Delete(file);
}
