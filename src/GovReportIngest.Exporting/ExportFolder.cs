using System.Collections.Concurrent;
using System.Globalization;
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
/// <param name="shape">As <see cref="ExportFormats.ShapeOf"/> has it.</param>
/// <param name="program">Version of this program.</param>
public sealed class ExportFolder(string folder, IReportFormat format, string suffix, string shape, string program)
{
    public const string Manifest = "manifest.jsonl";

    private readonly ConcurrentBag<string> left = [];

    /// <summary>Path below the folder, by the number of the document.</summary>
    private Dictionary<long, string> names = [];

    /// <summary>What the format cannot show, and why.</summary>
    public IReadOnlyList<string> Left => [.. left.Order(StringComparer.Ordinal)];

    /// <summary>How many files were written; the others are as they should be, or cannot be.</summary>
    /// <exception cref="OutputClashException">Two reports would be written to one file.</exception>
    public async Task<int> WriteAsync(ChosenReports reports, CancellationToken cancellation)
    {
        names = NamesOf(reports.Rows);
        RecordFiles.RefuseClashes(names.Values);
        Directory.CreateDirectory(folder);
        RecordFiles.RemoveStaleTemporaries(folder);
        var known = ReadKnown();
        var lines = new Dictionary<string, ManifestLine>(known, StringComparer.Ordinal);
        WriteLines(lines.Values);
        var written = 0;
        await using (var journal = new StreamWriter(new FileStream(ManifestPath, FileMode.Append, FileAccess.Write, FileShare.Read)))
            await Parallel.ForEachAsync(reports.Rows, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, async (row, token) =>
            {
                if (await WriteOrLeaveAsync(reports, row, known, token) is not { } line)
                    return;
                lock (journal)
                {
                    lines[line.File] = line;
                    written++;
                    journal.WriteLine(JsonSerializer.Serialize(line, ManifestJson.Line.ManifestLine));
                    journal.Flush();
                }
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
        var read = await reports.ReadAsync(row, cancellation);
        reports.Tell(row);
        if (read.Count == 0)
            return null;
        var line = LineOf(read, names[row.DocumentId]);
        var path = Path.Combine(folder, line.File);
        if (known.TryGetValue(line.File, out var before) && before with { Bytes = 0, Sha256 = "" } == line && File.Exists(path) && new FileInfo(path).Length == before.Bytes)
            return null;
        await RecordFiles.WriteAtomicallyAsync(path, output => format.WriteAsync(reports.Only(row, read), output, cancellation));
        await using var file = File.OpenRead(path);
        return line with { Bytes = file.Length, Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) };
    }

    /// <summary>As the sources are called; of several uploads of one name the later ones with their number.</summary>
    private static Dictionary<long, string> NamesOf(IEnumerable<ListedRecord> rows) => rows.DistinctBy(row => row.DocumentId).GroupBy(row => row.Path, StringComparer.Ordinal)
        .SelectMany(same => same.OrderBy(row => row.DocumentId).Select((row, index) => (row.DocumentId, Name: index == 0 ? row.Path : Numbered(row.Path, row.DocumentId))))
        .ToDictionary(row => row.DocumentId, row => row.Name);

    private static string Numbered(string path, long id) => string.Create(CultureInfo.InvariantCulture, $"{path[..^Path.GetExtension(path).Length]}~{id}{Path.GetExtension(path)}");

    /// <summary>A file changes with any report in it, and has the name of the first.</summary>
    private ManifestLine LineOf(IReadOnlyList<ReviewedReport> reports, string name)
    {
        var (version, record) = (RecordVersions.Of(reports[0]), reports[0].Record);
        return new(version.Id, version.Version, reports.Max(report => RecordVersions.Of(report).Decision), program, FileOf(record.Source, name), 0, "", record.Source.Path, record.Source.Sha256,
            record.Form?.Id, EngineText.Of(record.Engine), shape, HashOf(reports), version.Catalogued);
    }

    /// <summary>Of all records of the file as they stand: the store may ask something that no decision is about.</summary>
    private static string HashOf(IEnumerable<ReviewedReport> reports)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var report in reports)
            hash.AppendData(report.ToFile().Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>As the source lies below the folder it came from; never outside of this one.</summary>
    private string FileOf(RecordSource source, string name)
    {
        var path = RecordFiles.RelativePathOf(name.TrimStart('/'), source.Sha256, source.Part, suffix);
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
