using System.Security.Cryptography;

namespace GovReportIngest.Storage.Blobs;

/// <summary>Blobs as files <c>ab/abcd…</c>, named by their hash; written under a temporary name, synced and renamed.</summary>
public sealed class FileBlobStore(string folder) : IBlobStore
{
    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (!IsThere(sha256, bytes.Length))
            await BlobFile.WriteAsync(PathOf(sha256), async file =>
            {
                await file.WriteAsync(bytes, cancellation);
                return true;
            });
        return sha256;
    }

    public async Task<bool> TryPutFileAsync(string file, string sha256, CancellationToken cancellation)
    {
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BlobFile.BufferBytes, useAsync: true);
        return IsThere(sha256, source.Length) || await BlobFile.WriteAsync(PathOf(sha256), async copy => await BlobFile.CopyAsync(source, copy, cancellation) == sha256);
    }

    public async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellation)
    {
        await using var blob = Open(sha256);
        var bytes = new byte[blob.Length];
        await blob.ReadExactlyAsync(bytes, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256 ? bytes : throw BlobFile.HasOtherBytes(sha256);
    }

    public async Task CopyToAsync(string sha256, string file, CancellationToken cancellation)
    {
        await using var blob = Open(sha256);
        if (!await BlobFile.WriteAsync(file, async copy => await BlobFile.CopyAsync(blob, copy, cancellation) == sha256))
            throw BlobFile.HasOtherBytes(sha256);
    }

    public async Task<BlobState> ExamineAsync(string sha256, CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(sha256)))
            return BlobState.Missing;
        await using var file = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BlobFile.BufferBytes, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) == sha256 ? BlobState.Sound : BlobState.Damaged;
    }

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellation) => List().ToAsyncEnumerable();

    public Task<bool> HasAsync(string sha256, CancellationToken cancellation) => Task.FromResult(File.Exists(PathOf(sha256)));

    public Task TakeOverAsync(IBlobStore other, string sha256, CancellationToken cancellation) => other.CopyToAsync(sha256, PathOf(sha256), cancellation);

    /// <summary>Holds nothing open.</summary>
    public void Dispose()
    {
    }

    /// <summary>Where the blob is, or would be.</summary>
    public string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    private IEnumerable<string> List() => !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Where(name => name.Length == 64);

    private FileStream Open(string sha256)
    {
        try
        {
            return new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BlobFile.BufferBytes, useAsync: true);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw BlobFile.IsNotThere(sha256, gone);
        }
    }

    private bool IsThere(string sha256, long length) => new FileInfo(PathOf(sha256)) is { Exists: true } blob && blob.Length == length;
}
