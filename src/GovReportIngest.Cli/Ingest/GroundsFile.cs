using System.Text;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Ingest;

/// <summary>
/// The file of <c>--grounds</c>: JSON lines, document by document as they are done; the lines of one document stand together.
/// </summary>
internal sealed class GroundsFile : IDisposable
{
    private readonly Lock gate = new();
    private readonly StreamWriter writer;

    private GroundsFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        writer = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Null where no grounds are asked for.</summary>
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static GroundsFile? Of(IngestSettings settings, Tongue tongue)
    {
        try
        {
            return settings.Grounds is { } path ? new(path) : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(ExitCode.Usage,
                tongue[$"The grounds cannot be written to {settings.Grounds}: {wrong.Message}", $"无法写入 {settings.Grounds}：{wrong.Message}"],
                tongue["Give a file in a folder with rights and free space to --grounds.", "请为 --grounds 指定有权限且空间足够的位置。"]);
        }
    }

    public void Write(IReadOnlyList<ReportRecord> records)
    {
        var lines = string.Concat(records.Select(GroundsJson.Write));
        lock (gate)
            writer.Write(lines);
    }

    public void Dispose() => writer.Dispose();
}
