using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Collect;

/// <summary>Takes the bytes of what was discovered into account: size and SHA-256.</summary>
public static class SourceHasher
{
    private static readonly string OfNoBytes = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>Never throws for a bad file: the entry comes back with a problem in place of a document.</summary>
    public static async Task<(SourceDocument? Document, Problem? Problem)> HashAsync(SourceEntry entry, CancellationToken cancellation)
    {
        if (entry.Problem is { } known)
            return (null, known);
        try
        {
            return entry.Files.Any(IsBrokenLink) ? (null, BrokenLink) : await ReadAsync(entry, cancellation);
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new("collect", "vanished", null, "The file was there when the batch began and is gone now; ingest it again."));
        }
        catch (Exception wrong) when (wrong is UnauthorizedAccessException or IOException)
        {
            return (null, new("collect", "unreadable-file", null, "The file cannot be opened; check its rights."));
        }
    }

    private static Problem BrokenLink { get; } =
        new("collect", "broken-link", null, "The link leads to no file, or round in a circle; mend it, or give the file itself.");

    private static bool IsBrokenLink(string file)
    {
        try
        {
            // File.Exists is true of a link that leads nowhere.
            return new FileInfo(file) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true };
        }
        catch (IOException circle) when (circle is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return true;
        }
    }

    private static async Task<(SourceDocument?, Problem?)> ReadAsync(SourceEntry entry, CancellationToken cancellation)
    {
        var hashes = new List<string>();
        long bytes = 0;
        foreach (var file in entry.Files)
        {
            // Pipes and devices also report no length; opening one could wait for ever.
            if (new FileInfo(file).Length is var length && length == 0 && !entry.IsFolder && hashes.Count == 0)
                return (null, File.Exists(file) ? new("collect", "empty", null, "The file has no bytes; fetch it again from its source.") : throw new FileNotFoundException(file));
            hashes.Add(length == 0 ? "" : await HashAsync(file, cancellation));
            bytes += length;
        }

        var list = entry.Files.Zip(hashes, (file, hash) => $"{hash} {Path.GetFileName(file)}\n");
        return (new()
        {
            Path = entry.Path,
            Files = entry.Files,
            Sha256 = entry.IsFolder || entry.Files.Count > 1 ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(list)))) : hashes[0],
            FileHashes = [.. hashes.Select(hash => hash.Length == 0 ? OfNoBytes : hash)],
            Bytes = bytes,
            Url = entry.Url,
            IsFolder = entry.IsFolder,
            Problems = entry.IsFolder ? [.. FolderProblems(entry.Files, hashes)] : [],
        }, null);
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellation)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }

    /// <summary>Gaps in the last number of the names, and pages that are there twice.</summary>
    private static IEnumerable<Problem> FolderProblems(IReadOnlyList<string> files, List<string> hashes)
    {
        for (var i = 1; i < files.Count; i++)
        {
            if (hashes.IndexOf(hashes[i], 0, i) is >= 0 and var twin)
                yield return new("collect", "duplicate-page", i + 1, $"The image has the same bytes as page {twin + 1}.");
            if (NumberOf(files[i - 1]) is { } before && NumberOf(files[i]) is { } now && now > before + 1)
                yield return new("collect", "page-gap", i + 1, $"The file names go from {before} to {now}: pages may be lost.");
        }
    }

    private static long? NumberOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var end = name.Length;
        while (end > 0 && !char.IsAsciiDigit(name[end - 1]))
            end--;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(name[start - 1]))
            start--;
        return long.TryParse(name.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
