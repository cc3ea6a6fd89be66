using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace GovReportIngest.Exporting.Bags;

/// <summary>
/// Writes a bag (RFC 8493) into a ZIP archive that holds one folder, file by file, so that no more than one is held at a time. <c>sha256sum -c</c> verifies it:
/// names have none of the characters that a manifest would have to escape. The same content gives the same bytes.
/// </summary>
/// <param name="archive">Is made with UTF-8 names.</param>
/// <param name="name">Of the folder.</param>
internal sealed class BagWriter(ZipArchive archive, string name)
{
    public const string Payload = "data/";

    /// <summary>The first moment that a ZIP archive can tell.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<BagFile> files = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The payload so far.</summary>
    public IReadOnlyList<BagFile> Files => files;

    /// <summary>Adds a file to the payload. One whose path is taken, in whatever case, gets a number: not every file system tells them apart.</summary>
    /// <param name="path">Below <see cref="Payload"/>, of names that are <see cref="Safe"/>.</param>
    /// <param name="group">As <see cref="BagFile"/> has it.</param>
    /// <param name="mediaType">Of its bytes.</param>
    /// <param name="content">Its bytes, in pieces that follow each other.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public async Task AddAsync(string path, string group, string mediaType, IReadOnlyList<ReadOnlyMemory<byte>> content, CancellationToken cancellation)
    {
        var free = Payload + Free(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in content)
            hash.AppendData(piece.Span);
        await WriteAsync(free, content, cancellation);
        files.Add(new(free, group, mediaType, content.Sum(piece => (long)piece.Length), Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    /// <summary>Writes what describes the payload; nothing can be added after it.</summary>
    /// <param name="info">Of <c>bag-info.txt</c>, without its size.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public async Task EndAsync(IEnumerable<(string Label, string Value)> info, CancellationToken cancellation)
    {
        (string Path, byte[] Bytes)[] tags =
        [
            ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"u8.ToArray()),
            ("bag-info.txt", Lines(info.Append(("Payload-Oxum", string.Create(CultureInfo.InvariantCulture, $"{files.Sum(file => file.Bytes)}.{files.Count}")))
                .Select(line => $"{line.Item1}: {line.Item2.ReplaceLineEndings(" ")}"))),
            ("manifest-sha256.txt", Lines(files.Select(file => $"{file.Sha256}  {file.Path}"))),
        ];
        var sums = Lines(tags.Select(tag => $"{Convert.ToHexStringLower(SHA256.HashData(tag.Bytes))}  {tag.Path}"));
        foreach (var (path, content) in tags.Append(("tagmanifest-sha256.txt", sums)))
            await WriteAsync(path, [content], cancellation);
    }

    /// <summary>A name as a file of a bag may have it.</summary>
    public static string Safe(string name) => name is "." or ".." or "" ? "_" : new([.. name.Select(character => char.IsControl(character) || @"%\/:*?""<>|".Contains(character, StringComparison.Ordinal) ? '_' : character)]);

    private string Free(string path)
    {
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path[..^Path.GetExtension(path).Length]}~{number}{Path.GetExtension(path)}");
            if (taken.Add(candidate.Normalize()))
                return candidate;
        }
    }

    private async Task WriteAsync(string path, IReadOnlyList<ReadOnlyMemory<byte>> content, CancellationToken cancellation)
    {
        var entry = archive.CreateEntry($"{name}/{path}", CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        await using var stream = await entry.OpenAsync(cancellation);
        foreach (var piece in content)
            await stream.WriteAsync(piece, cancellation);
    }

    private static byte[] Lines(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
}
