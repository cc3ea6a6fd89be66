using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting;

/// <summary>
/// A folder with one file a report, and <c>manifest.jsonl</c>, one line a file. A file whose report did not change since is left as it is: the same export
/// goes on where it was stopped, and brings an earlier one up to date.
/// </summary>
/// <param name="folder">Is made where it is not there.</param>
/// <param name="format">Of every file.</param>
/// <param name="suffix">Of their names.</param>
/// <param name="program">Version of this program.</param>
public sealed class ExportFolder(string folder, IReportFormat format, string suffix, string program)
{
    public const string Manifest = "manifest.jsonl";

    private readonly ConcurrentBag<string> left = [];

    /// <summary>What the format cannot show, and why.</summary>
    public IReadOnlyList<string> Left => [.. left.Order(StringComparer.Ordinal)];

    /// <summary>How many files were written; the others are as they should be, or cannot be.</summary>
    /// <exception cref="OutputClashException">Two reports would be written to one file.</exception>
    public async Task<int> WriteAsync(ChosenReports reports, CancellationToken cancellation)
    {
        RecordFiles.RefuseClashes(reports.Rows.Where(row => row.Part == 1).Select(row => row.Path));
        Directory.CreateDirectory(folder);
        RecordFiles.RemoveStaleTemporaries(folder);
        var known = ReadKnown();
        var lines = new ConcurrentDictionary<string, ManifestLine>(known, StringComparer.Ordinal);
        WriteLines(lines.Values);
        var written = 0;
        await using (var journal = new StreamWriter(new FileStream(ManifestPath, FileMode.Append, FileAccess.Write, FileShare.Read)))
        using (var turn = new SemaphoreSlim(1))
            await Parallel.ForEachAsync(reports.Rows, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, async (row, token) =>
            {
                if (await WriteOrLeaveAsync(reports, row, known, token) is not { } line)
                    return;
                await turn.WaitAsync(token);
                lines[line.File] = line;
                written++;
                await journal.WriteLineAsync(JsonSerializer.Serialize(line, ManifestJson.Line.ManifestLine).AsMemory(), token);
                await journal.FlushAsync(token);
                turn.Release();
            });
        WriteLines(lines.Values);
        return written;
    }

    private string ManifestPath => Path.Combine(folder, Manifest);

    private async Task<ManifestLine?> WriteOrLeaveAsync(ChosenReports reports, ListedRecord row, Dictionary<string, ManifestLine> known, CancellationToken cancellation)
    {
        try
        {
            return await WriteAsync(reports, row, known, cancellation);
        }
        catch (NotExportableException impossible)
        {
            left.Add(impossible.Message);
            return null;
        }
    }

    /// <summary>Null where nothing had to be written.</summary>
    private async Task<ManifestLine?> WriteAsync(ChosenReports reports, ListedRecord row, Dictionary<string, ManifestLine> known, CancellationToken cancellation)
    {
        ManifestLine? line = null;
        await foreach (var report in reports.Only(row).SelectAsync(report => report, cancellation))
            line = LineOf(report);
        if (line is not null && reports.AreFiles)
            line = LineOf((await reports.OfFileAsync(row.DocumentId, cancellation)).Reports);
        reports.Tell(row);
        if (line is null)
            return null;
        var path = Path.Combine(folder, line.File);
        if (known.TryGetValue(line.File, out var before) && before with { Bytes = 0, Sha256 = "" } == line && File.Exists(path) && new FileInfo(path).Length == before.Bytes)
            return null;
        await RecordFiles.WriteAtomicallyAsync(path, output => format.WriteAsync(reports.Only(row), output, cancellation));
        await using var file = File.OpenRead(path);
        return line with { Bytes = file.Length, Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) };
    }

    /// <summary>A file changes with any report in it, and has the name of the first.</summary>
    private ManifestLine LineOf(IReadOnlyList<ReviewedReport> reports) =>
        LineOf(reports[0]) with { Decision = reports.Max(report => RecordVersions.Of(report).Decision) };

    private ManifestLine LineOf(ReviewedReport report)
    {
        var (version, source) = (RecordVersions.Of(report), report.Record.Source);
        return new(version.Id, version.Version, version.Decision, program, FileOf(source), 0, "", source.Path, source.Sha256, report.Record.Form?.Id, EngineText.Of(report.Record.Engine));
    }

    /// <summary>As the source lies below the folder it came from; never outside of this one.</summary>
    private string FileOf(RecordSource source)
    {
        var path = RecordFiles.RelativePathOf(source.Path.TrimStart('/'), source.Sha256, source.Part, suffix);
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        return Path.GetFullPath(Path.Combine(root, path)).StartsWith(root, StringComparison.Ordinal) ? path : path.Replace("..", "__", StringComparison.Ordinal);
    }

    /// <summary>A line that was cut off when a run was killed is none.</summary>
    private Dictionary<string, ManifestLine> ReadKnown()
    {
        var known = new Dictionary<string, ManifestLine>(StringComparer.Ordinal);
        foreach (var text in File.Exists(ManifestPath) ? File.ReadLines(ManifestPath) : [])
            try
            {
                if (JsonSerializer.Deserialize(text, ManifestJson.Line.ManifestLine) is { } line)
                    known[line.File] = line;
            }
            catch (JsonException)
            {
                continue;
            }

        return known;
    }

    private void WriteLines(IEnumerable<ManifestLine> lines) => RecordFiles.WriteAtomically(ManifestPath, Encoding.UTF8.GetBytes(string.Concat(
        lines.OrderBy(line => line.File, StringComparer.Ordinal).Select(line => JsonSerializer.Serialize(line, ManifestJson.Line.ManifestLine) + "\n"))));
}
