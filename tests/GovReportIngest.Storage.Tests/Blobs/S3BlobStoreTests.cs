using System.Diagnostics.CodeAnalysis;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.TestKit;

namespace GovReportIngest.Storage.Tests.Blobs;

[SuppressMessage("Design", "CA1001", Justification = "xunit calls DisposeAsync.")]
public sealed class S3BlobStoreTests : BlobContract
{
    private readonly S3Server server = new();
    private readonly S3BlobStore blobs;

    public S3BlobStoreTests() => blobs = Open(server.Settings);

    protected override IBlobStore Blobs => blobs;

    private string Scratch => Path.Combine(Folder, "scratch");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task What_is_there_is_not_sent_again()
    {
        await blobs.PutAsync(Bytes, default);
        await blobs.PutAsync(Bytes, default);
        Assert.Equal(1, server.Uploads);
    }

    [Fact]
    public async Task Faults_that_pass_are_tried_again()
    {
        server.FailNext(2);
        await blobs.PutAsync(Bytes, default);
        server.CutNext(2);
        Assert.Equal(Bytes, await blobs.ReadAsync(Hash, default));
        server.CutNext(1);
        await blobs.CopyToAsync(Hash, Path.Combine(Folder, "copy"), default);
        Assert.Equal(Bytes, await File.ReadAllBytesAsync(Path.Combine(Folder, "copy")));
    }

    [Fact]
    public async Task Bodies_that_always_end_early_are_told()
    {
        await blobs.PutAsync(Bytes, default);
        server.CutNext(100);
        Assert.Equal(StoreFault.BlobsUnreachable, (await Assert.ThrowsAsync<StoreException>(() => blobs.ReadAsync(Hash, default))).Fault);
    }

    [Fact]
    public async Task No_scratch_file_is_left()
    {
        var file = Path.Combine(Folder, "source");
        await File.WriteAllBytesAsync(file, Bytes);
        Assert.True(await blobs.TryPutFileAsync(file, Hash, default));
        Assert.Empty(Directory.EnumerateFiles(Scratch));
    }

    [Theory]
    [InlineData("Bucket=reports", "Bucket=other", "There is no bucket other")]
    [InlineData("Access Key=reader", "Access Key=nobody", "access key is not known")]
    [InlineData("Secret Key=not-a-secret", "Secret Key=guessed", "secret key is not that")]
    public async Task A_refusal_says_what_is_wrong_and_no_key(string right, string wrong, string said)
    {
        using var refused = Open(server.Settings.Replace(right, wrong, StringComparison.Ordinal));
        var fault = await Assert.ThrowsAsync<StoreException>(() => refused.RequireBucketAsync(default));
        Assert.Equal(StoreFault.BlobsRefused, fault.Fault);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("guessed", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_clock_is_told()
    {
        server.HasOtherTime = true;
        Assert.Contains("clock", (await Assert.ThrowsAsync<StoreException>(() => blobs.RequireBucketAsync(default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        await using var gone = new S3Server();
        using var nowhere = Open(gone.Settings.Replace("Retries=3", "Retries=0", StringComparison.Ordinal));
        await gone.DisposeAsync();
        Assert.Equal(StoreFault.BlobsUnreachable, (await Assert.ThrowsAsync<StoreException>(() => nowhere.RequireBucketAsync(default))).Fault);
    }

    protected override Task DamageAsync(string sha256, byte[] bytes)
    {
        server.Objects[$"store/{sha256[..2]}/{sha256}"] = bytes;
        return Task.CompletedTask;
    }

    private S3BlobStore Open(string settings) => new(S3Settings.Parse(settings), Scratch);
}
