using System.Security.Cryptography;
using GovReportIngest.Storage.Blobs;

namespace GovReportIngest.Storage.Tests.Blobs;

public sealed class FileBlobStoreTests : IDisposable
{
    private static readonly byte[] Bytes = [1, 2, 3];
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-blobs-");
    private readonly FileBlobStore blobs;

    public FileBlobStoreTests() => blobs = new(Path.Combine(folder.FullName, "blobs"));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Bytes_come_back_by_their_hash()
    {
        Assert.Equal(Hash, await blobs.PutAsync(Bytes, default));
        Assert.Equal(Bytes, await blobs.ReadAsync(Hash, default));
        Assert.Equal([Hash], blobs.List());
        Assert.Equal(BlobState.Sound, await blobs.ExamineAsync(Hash, default));
    }

    [Fact]
    public async Task Changed_bytes_are_never_given_out()
    {
        await blobs.PutAsync(Bytes, default);
        await File.WriteAllBytesAsync(blobs.PathOf(Hash), [1, 2, 4]);

        Assert.Equal(BlobState.Damaged, await blobs.ExamineAsync(Hash, default));
        Assert.Equal(StoreFault.Damaged, (await Assert.ThrowsAsync<StoreException>(() => blobs.ReadAsync(Hash, default))).Fault);
    }

    [Fact]
    public async Task A_blob_that_was_cut_short_is_written_anew()
    {
        await blobs.PutAsync(Bytes, default);
        await File.WriteAllBytesAsync(blobs.PathOf(Hash), [1]);

        await blobs.PutAsync(Bytes, default);

        Assert.Equal(Bytes, await blobs.ReadAsync(Hash, default));
    }

    [Fact]
    public async Task What_is_not_there_is_missing()
    {
        Assert.Equal(BlobState.Missing, await blobs.ExamineAsync(Hash, default));
        Assert.Equal(StoreFault.Damaged, (await Assert.ThrowsAsync<StoreException>(() => blobs.ReadAsync(Hash, default))).Fault);
        Assert.Empty(blobs.List());
    }

    [Fact]
    public async Task A_file_is_stored_under_the_hash_it_was_given_or_not_at_all()
    {
        var file = Path.Combine(folder.FullName, "source");
        await File.WriteAllBytesAsync(file, Bytes);

        Assert.False(await blobs.TryPutFileAsync(file, new string('0', 64), default));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.FullName, "blobs"), "*", SearchOption.AllDirectories));
        Assert.True(await blobs.TryPutFileAsync(file, Hash, default));
        Assert.Equal(Bytes, await blobs.ReadAsync(Hash, default));
    }

    [Fact]
    public async Task Many_writers_of_the_same_bytes_leave_one_blob()
    {
        var large = new byte[1 << 20];

        var hashes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => blobs.PutAsync(large, default))));

        Assert.Single(hashes.Distinct());
        Assert.Single(Directory.EnumerateFiles(Path.Combine(folder.FullName, "blobs"), "*", SearchOption.AllDirectories));
        Assert.Equal(BlobState.Sound, await blobs.ExamineAsync(hashes[0], default));
    }
}
