using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;

namespace GovReportIngest.WorkerTestHost;

/// <summary>Opens scripts: text files with one line a page that says what happens when the page is read.</summary>
public sealed class ScriptedReader : IDocumentReader
{
    public static SourceDocument SourceOf(string file) =>
        new() { Path = Path.GetFileName(file), Files = [file], Sha256 = new('0', 64), Bytes = new FileInfo(file).Length };

    public async Task<IOpenDocument> OpenAsync(SourceDocument source, CancellationToken cancellation)
    {
        var script = await File.ReadAllLinesAsync(source.Files[0], cancellation);
        if (script is ["die at opening", ..])
            Environment.FailFast("as the script says");
        return new ScriptedDocument(script);
    }
}
