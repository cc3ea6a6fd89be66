using System.Security.Cryptography;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Interop;

namespace GovReportIngest.Storage.Blobs;

/// <summary>Blobs as files <c>ab/abcd…</c>, named by their hash; written under a temporary name, synced and renamed.</summary>
public sealed class FileBlobStore(string folder) : IBlobStore
{
    private const int BufferBytes = 1 << 16;

    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (!IsThere(sha256, bytes.Length))
            await WriteAsync(PathOf(sha256), async file =>
            {
                await file.WriteAsync(bytes, cancellation);
                return true;
            });
        return sha256;
    }

    public async Task<bool> TryPutFileAsync(string file, string sha256, CancellationToken cancellation)
    {
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes, useAsync: true);
        return IsThere(sha256, source.Length) || await WriteAsync(PathOf(sha256), async copy => await CopyAsync(source, copy, cancellation) == sha256);
    }

    public async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellation)
    {
        await using var blob = Open(sha256);
        var bytes = new byte[blob.Length];
        await blob.ReadExactlyAsync(bytes, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256 ? bytes : throw HasOtherBytes(sha256);
    }

    public async Task CopyToAsync(string sha256, string file, CancellationToken cancellation)
    {
        await using var blob = Open(sha256);
        if (!await WriteAsync(file, async copy => await CopyAsync(blob, copy, cancellation) == sha256))
            throw HasOtherBytes(sha256);
    }

    public async Task<BlobState> ExamineAsync(string sha256, CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(sha256)))
            return BlobState.Missing;
        await using var file = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) == sha256 ? BlobState.Sound : BlobState.Damaged;
    }

    public IEnumerable<string> List() => !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Where(name => name.Length == 64);

    /// <summary>Where the blob is, or would be.</summary>
    public string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    /// <summary>Whether there is a blob of this name, sound or not.</summary>
    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    private static StoreException HasOtherBytes(string sha256) => new(StoreFault.Damaged, $"The blob {sha256} has other bytes than were stored.");

    private FileStream Open(string sha256)
    {
        try
        {
            return new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, useAsync: true);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreException(StoreFault.Damaged, $"The blob {sha256} is not there.", gone);
        }
    }

    private bool IsThere(string sha256, long length) => new FileInfo(PathOf(sha256)) is { Exists: true } blob && blob.Length == length;

    /// <summary>False where <paramref name="write"/> says so; the bytes are dropped then.</summary>
    private static async Task<bool> WriteAsync(string target, Func<FileStream, Task<bool>> write)
    {
        var parent = Path.GetDirectoryName(target)!;
        var isNew = !Directory.Exists(parent);
        Directory.CreateDirectory(parent);
        var temporary = Path.Combine(parent, $".{Guid.NewGuid():N}{RecordFiles.TemporarySuffix}");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true))
            {
                if (!await write(file))
                    return false;
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
            FolderSync.Flush(parent);
            if (isNew)
                FolderSync.Flush(Path.GetDirectoryName(parent)!);
            return true;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The hash of what was copied.</summary>
    private static async Task<string> CopyAsync(FileStream from, FileStream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        for (int count; (count = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
            await to.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
