using GovReportIngest.Core.Collect;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Intake;

/// <summary>Takes documents into a store: when a call returns, the bytes are safe and the document waits to be read.</summary>
/// <param name="scratch">Folder for bytes on their way.</param>
public sealed class DocumentIntake(ReportStore store, string scratch)
{
    /// <summary>The largest source that is read.</summary>
    public const long MostBytes = 500L << 20;

    private const int BufferBytes = 1 << 16;

    /// <summary>One file, as somebody sent it. Other bytes under the same name replace it, as a changed file in a folder does.</summary>
    /// <param name="path">Its name, with folders parted by slashes: <c>source.path</c> of the record. See <see cref="SafePaths"/>.</param>
    /// <param name="bytes">Read to its end.</param>
    /// <param name="options">How it is taken in; without a location it is its path.</param>
    /// <param name="cancellation">Ends it; nothing is stored then.</param>
    /// <exception cref="RefusedBytesException">The name leads elsewhere, or the file is empty or too large; the message says what.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<StoredDocument> RegisterAsync(string path, Stream bytes, CollectOptions options, CancellationToken cancellation)
    {
        var name = SafePaths.Of(path) ?? throw new RefusedBytesException($"\"{path}\" is no name for a file.");
        using var folder = new ScratchFolder(scratch);
        var file = Path.Combine(folder.Path, "bytes");
        await WriteAsync(bytes, file, cancellation);
        return await RegisterAsync(new(name, [file], false), options with { Location = options.Location ?? name }, cancellation)
            ?? throw new RefusedBytesException($"\"{path}\" has no bytes.");
    }

    /// <summary>What was found on a disk.</summary>
    /// <returns>Null where it cannot be read, or changed meanwhile; nothing is stored then.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<StoredDocument?> RegisterAsync(SourceEntry entry, CollectOptions options, CancellationToken cancellation)
    {
        var (source, _) = await SourceHasher.HashAsync(entry, cancellation);
        return source is null ? null : await store.Documents.CollectAsync(entry, source, options, cancellation);
    }

    private static async Task WriteAsync(Stream bytes, string file, CancellationToken cancellation)
    {
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        var buffer = new byte[BufferBytes];
        for (int count; (count = await bytes.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (target.Length + count > MostBytes)
                throw new RefusedBytesException($"The file has more than {MostBytes >> 20} MB.");
            await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }
}
