using System.Security.Cryptography;
using GovReportIngest.Storage.Blobs;

namespace GovReportIngest.Storage.Tests.Blobs;

/// <summary>What every blob store keeps; derived from once for each.</summary>
public abstract class BlobContract : IAsyncLifetime
{
    protected static readonly byte[] Bytes = [1, 2, 3];
    protected static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-blobs-");

    protected string Folder => folder.FullName;

    protected abstract IBlobStore Blobs { get; }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync()
    {
        Blobs.Dispose();
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Puts other bytes in the place of a blob.</summary>
    protected abstract Task DamageAsync(string sha256, byte[] bytes);

    [Fact]
    public async Task Bytes_come_back_by_their_hash()
    {
        Assert.Equal(Hash, await Blobs.PutAsync(Bytes, default));
        Assert.Equal(Bytes, await Blobs.ReadAsync(Hash, default));
        Assert.Equal([Hash], await Blobs.ListAsync(default).ToListAsync());
        Assert.Equal(BlobState.Sound, await Blobs.ExamineAsync(Hash, default));
        Assert.True(await Blobs.HasAsync(Hash, default));
    }

    [Fact]
    public async Task Changed_bytes_are_never_given_out()
    {
        await Blobs.PutAsync(Bytes, default);
        await DamageAsync(Hash, [1, 2, 4]);

        Assert.Equal(BlobState.Damaged, await Blobs.ExamineAsync(Hash, default));
        Assert.Equal(StoreFault.Damaged, (await Assert.ThrowsAsync<StoreException>(() => Blobs.ReadAsync(Hash, default))).Fault);
        var copy = Path.Combine(Folder, "copy");
        Assert.Equal(StoreFault.Damaged, (await Assert.ThrowsAsync<StoreException>(() => Blobs.CopyToAsync(Hash, copy, default))).Fault);
        Assert.False(File.Exists(copy));
    }

    [Fact]
    public async Task A_blob_that_was_cut_short_is_written_anew()
    {
        await Blobs.PutAsync(Bytes, default);
        await DamageAsync(Hash, [1]);

        await Blobs.PutAsync(Bytes, default);

        Assert.Equal(Bytes, await Blobs.ReadAsync(Hash, default));
    }

    [Fact]
    public async Task What_is_not_there_is_missing()
    {
        Assert.Equal(BlobState.Missing, await Blobs.ExamineAsync(Hash, default));
        Assert.Equal(StoreFault.Damaged, (await Assert.ThrowsAsync<StoreException>(() => Blobs.ReadAsync(Hash, default))).Fault);
        Assert.Empty(await Blobs.ListAsync(default).ToListAsync());
        Assert.False(await Blobs.HasAsync(Hash, default));
    }

    [Fact]
    public async Task A_file_is_stored_under_the_hash_it_was_given_or_not_at_all()
    {
        var file = Path.Combine(Folder, "source");
        await File.WriteAllBytesAsync(file, Bytes);

        Assert.False(await Blobs.TryPutFileAsync(file, new string('0', 64), default));
        Assert.Empty(await Blobs.ListAsync(default).ToListAsync());
        Assert.True(await Blobs.TryPutFileAsync(file, Hash, default));
        Assert.Equal(Bytes, await Blobs.ReadAsync(Hash, default));
    }

    [Fact]
    public async Task Many_writers_of_the_same_bytes_leave_one_blob()
    {
        var large = new byte[1 << 20];

        var hashes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Blobs.PutAsync(large, default))));

        Assert.Single(hashes.Distinct());
        Assert.Single(await Blobs.ListAsync(default).ToListAsync());
        Assert.Equal(BlobState.Sound, await Blobs.ExamineAsync(hashes[0], default));
    }

    [Fact]
    public async Task All_blobs_are_listed_however_many()
    {
        var hashes = new List<string>();
        for (byte number = 0; number < 10; number++)
            hashes.Add(await Blobs.PutAsync(new[] { number }, default));

        Assert.Equal(hashes.Order(), (await Blobs.ListAsync(default).ToListAsync()).Order());
    }

    [Fact]
    public async Task A_blob_of_another_store_is_taken_over_only_if_it_is_sound()
    {
        using var other = new FileBlobStore(Path.Combine(Folder, "other"));
        await other.PutAsync(Bytes, default);
        await Blobs.TakeOverAsync(other, Hash, default);
        Assert.Equal(Bytes, await Blobs.ReadAsync(Hash, default));

        var damaged = await other.PutAsync(new byte[] { 9 }, default);
        await File.WriteAllBytesAsync(other.PathOf(damaged), [8]);
        await Assert.ThrowsAsync<StoreException>(() => Blobs.TakeOverAsync(other, damaged, default));
        Assert.False(await Blobs.HasAsync(damaged, default));
    }
}
