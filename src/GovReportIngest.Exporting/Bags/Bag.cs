using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace GovReportIngest.Exporting.Bags;

/// <summary>
/// A bag (RFC 8493) in a ZIP archive, which holds one folder. <c>sha256sum -c</c> verifies it: names have none of the characters that a manifest would have to
/// escape. The same content gives the same bytes.
/// </summary>
internal static class Bag
{
    /// <summary>The first moment that a ZIP archive can tell.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="name">Of the folder.</param>
    /// <param name="info">Of <c>bag-info.txt</c>, without its size.</param>
    /// <param name="payload">What is packed.</param>
    public static byte[] Write(string name, IReadOnlyList<(string Label, string Value)> info, IReadOnlyList<BagFile> payload)
    {
        (string Path, byte[] Bytes)[] tags =
        [
            ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"u8.ToArray()),
            ("bag-info.txt", Lines(info.Append(("Payload-Oxum", string.Create(CultureInfo.InvariantCulture, $"{payload.Sum(file => (long)file.Bytes.Length)}.{payload.Count}")))
                .Select(line => $"{line.Item1}: {line.Item2.ReplaceLineEndings(" ")}"))),
            ("manifest-sha256.txt", Lines(payload.Select(file => $"{file.Sha256}  {file.Path}"))),
        ];
        var sums = Lines(tags.Select(tag => $"{Convert.ToHexStringLower(SHA256.HashData(tag.Bytes))}  {tag.Path}"));
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (path, content) in tags.Append(("tagmanifest-sha256.txt", sums)))
                Add(archive, $"{name}/{path}", content);
            foreach (var file in payload)
                Add(archive, $"{name}/{file.Path}", file.Bytes.Span);
        }

        return bytes.ToArray();
    }

    /// <summary>A name as a file of a bag may have it.</summary>
    public static string Safe(string name) => name is "." or ".." or "" ? "_" : new([.. name.Select(character => char.IsControl(character) || @"%\/:*?""<>|".Contains(character, StringComparison.Ordinal) ? '_' : character)]);

    private static byte[] Lines(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static void Add(ZipArchive archive, string path, ReadOnlySpan<byte> content)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
