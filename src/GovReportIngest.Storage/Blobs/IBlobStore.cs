namespace GovReportIngest.Storage.Blobs;

/// <summary>
/// Bytes by their SHA-256 (64 lower-case hex digits). A blob is there whole or not at all, is never changed, and is checked whenever it is read.
/// </summary>
public interface IBlobStore : IDisposable
{
    /// <summary>The hash under which the bytes are now stored.</summary>
    Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>Stores a file of any size.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="sha256">What its bytes were when they were hashed.</param>
    /// <param name="cancellation">Ends it; nothing is stored then.</param>
    /// <returns>False, and nothing is stored, where the file has other bytes by now.</returns>
    Task<bool> TryPutFileAsync(string file, string sha256, CancellationToken cancellation);

    /// <exception cref="StoreException">The blob is not there, or has other bytes (<see cref="StoreFault.Damaged"/>).</exception>
    Task<byte[]> ReadAsync(string sha256, CancellationToken cancellation);

    /// <summary>Writes the bytes to a file, synced, whole or not at all.</summary>
    /// <exception cref="StoreException">The blob is not there, or has other bytes; no file is written.</exception>
    Task CopyToAsync(string sha256, string file, CancellationToken cancellation);

    /// <summary>Reads the blob and compares its hash.</summary>
    Task<BlobState> ExamineAsync(string sha256, CancellationToken cancellation);

    /// <summary>The hashes of all blobs, in no order.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellation);

    /// <summary>Whether there is a blob of this name, sound or not.</summary>
    Task<bool> HasAsync(string sha256, CancellationToken cancellation);

    /// <summary>Stores a blob of another store, whole or not at all.</summary>
    /// <exception cref="StoreException">It is not there, or has other bytes.</exception>
    Task TakeOverAsync(IBlobStore other, string sha256, CancellationToken cancellation);
}
