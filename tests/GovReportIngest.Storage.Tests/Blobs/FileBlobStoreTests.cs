using System.Diagnostics.CodeAnalysis;
using GovReportIngest.Storage.Blobs;

namespace GovReportIngest.Storage.Tests.Blobs;

[SuppressMessage("Design", "CA1001", Justification = "xunit calls DisposeAsync.")]
public sealed class FileBlobStoreTests : BlobContract
{
    private readonly FileBlobStore blobs;

    public FileBlobStoreTests() => blobs = new(Path.Combine(Folder, "blobs"));

    protected override IBlobStore Blobs => blobs;

    [Fact]
    public async Task Nothing_but_the_blob_is_left()
    {
        var file = Path.Combine(Folder, "source");
        await File.WriteAllBytesAsync(file, Bytes);
        Assert.False(await blobs.TryPutFileAsync(file, new string('0', 64), default));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Folder, "blobs"), "*", SearchOption.AllDirectories));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => blobs.PutAsync(Bytes, default))));
        Assert.Equal([blobs.PathOf(Hash)], Directory.EnumerateFiles(Path.Combine(Folder, "blobs"), "*", SearchOption.AllDirectories));
    }

    protected override Task DamageAsync(string sha256, byte[] bytes) => File.WriteAllBytesAsync(blobs.PathOf(sha256), bytes);
}
