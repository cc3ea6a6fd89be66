using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace GovReportIngest.Storage.Blobs;

/// <summary>
/// Blobs as objects <c>PREFIX/ab/abcd…</c> of an S3-compatible server, which shows an object when it is whole. Bytes are signed and sent with their hash,
/// so that the server refuses others. Faults that may pass are tried again, later each time.
/// </summary>
internal sealed class S3BlobStore(S3Settings settings, string scratch) : IBlobStore
{
    private const int Page = 1000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private readonly AmazonS3Client client = S3Client.Of(settings);

    /// <exception cref="StoreException">The bucket cannot be reached, or not be listed with this key.</exception>
    public Task RequireBucketAsync(CancellationToken cancellation) =>
        AskAsync(() => client.ListObjectsV2Async(new() { BucketName = settings.Bucket, Prefix = settings.Prefix, MaxKeys = 1 }, cancellation), cancellation);

    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (await LengthAsync(sha256, cancellation) != bytes.Length)
            await UploadAsync(new MemoryStream(bytes.ToArray(), writable: false), sha256, cancellation);
        return sha256;
    }

    public async Task<bool> TryPutFileAsync(string file, string sha256, CancellationToken cancellation)
    {
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BlobFile.BufferBytes, useAsync: true);
        if (await LengthAsync(sha256, cancellation) == source.Length)
            return true;

        // The file may change while it is sent: what is sent is a copy that nobody else has.
        await using var copy = OpenScratch();
        if (await BlobFile.CopyAsync(source, copy, cancellation) != sha256)
            return false;
        await UploadAsync(copy, sha256, cancellation);
        return true;
    }

    public Task<byte[]> ReadAsync(string sha256, CancellationToken cancellation) => GetAsync(sha256, async blob =>
    {
        var bytes = new byte[blob.ContentLength];
        await blob.ResponseStream.ReadExactlyAsync(bytes, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256 ? bytes : throw BlobFile.HasOtherBytes(sha256);
    }, gone => throw BlobFile.IsNotThere(sha256, gone), cancellation);

    public Task CopyToAsync(string sha256, string file, CancellationToken cancellation) => GetAsync(
        sha256,
        async blob => await BlobFile.WriteAsync(file, async copy => await BlobFile.CopyAsync(blob.ResponseStream, copy, cancellation) == sha256)
            ? true : throw BlobFile.HasOtherBytes(sha256),
        gone => throw BlobFile.IsNotThere(sha256, gone),
        cancellation);

    public Task<BlobState> ExamineAsync(string sha256, CancellationToken cancellation) => GetAsync(
        sha256,
        async blob => await BlobFile.CopyAsync(blob.ResponseStream, Stream.Null, cancellation) == sha256 ? BlobState.Sound : BlobState.Damaged,
        _ => BlobState.Missing,
        cancellation);

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = settings.Prefix, MaxKeys = Page };
        do
        {
            var answer = await AskAsync(() => client.ListObjectsV2Async(request, cancellation), cancellation);
            foreach (var found in answer.S3Objects ?? [])
                if (found.Key.Split('/')[^1] is { Length: 64 } name && KeyOf(name) == found.Key)
                    yield return name;
            request.ContinuationToken = answer.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    public async Task<bool> HasAsync(string sha256, CancellationToken cancellation) => await LengthAsync(sha256, cancellation) is not null;

    public async Task TakeOverAsync(IBlobStore other, string sha256, CancellationToken cancellation)
    {
        var copy = Path.Combine(Directory.CreateDirectory(scratch).FullName, Guid.NewGuid().ToString("N"));
        try
        {
            await other.CopyToAsync(sha256, copy, cancellation);
            await using var bytes = new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.Read, BlobFile.BufferBytes, useAsync: true);
            await UploadAsync(bytes, sha256, cancellation);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    public void Dispose() => client.Dispose();

    private string KeyOf(string sha256) => $"{settings.Prefix}{sha256[..2]}/{sha256}";

    /// <summary>A file without a name: it is gone when it is closed, or its process is killed.</summary>
    private FileStream OpenScratch()
    {
        var path = Path.Combine(Directory.CreateDirectory(scratch).FullName, Guid.NewGuid().ToString("N"));
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, BlobFile.BufferBytes, useAsync: true);
        File.Delete(path);
        return file;
    }

    /// <summary>Null where there is no such blob.</summary>
    private async Task<long?> LengthAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            return (await client.GetObjectMetadataAsync(new() { BucketName = settings.Bucket, Key = KeyOf(sha256) }, cancellation)).ContentLength;
        }
        catch (AmazonS3Exception none) when (none.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception wrong) when (S3Faults.IsOne(wrong, cancellation))
        {
            throw S3Faults.Explain(wrong, settings);
        }
    }

    private Task UploadAsync(Stream bytes, string sha256, CancellationToken cancellation) => AskAsync(() =>
    {
        bytes.Position = 0;
        return client.PutObjectAsync(new()
        {
            BucketName = settings.Bucket, Key = KeyOf(sha256), InputStream = bytes, AutoCloseStream = false, UseChunkEncoding = false,
            ContentType = "application/octet-stream", ChecksumSHA256 = Convert.ToBase64String(Convert.FromHexString(sha256)),
        }, cancellation);
    }, cancellation);

    /// <summary>Also tried again where the connection ends in the middle of a body, which the client of AWS leaves to its caller.</summary>
    private async Task<T> GetAsync<T>(string sha256, Func<GetObjectResponse, Task<T>> read, Func<Exception, T> whenMissing, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
            try
            {
                using var blob = await client.GetObjectAsync(new() { BucketName = settings.Bucket, Key = KeyOf(sha256) }, cancellation);
                return await read(blob);
            }
            catch (AmazonS3Exception none) when (none.StatusCode is HttpStatusCode.NotFound && none.ErrorCode != S3Faults.NoBucket)
            {
                return whenMissing(none);
            }
            catch (Exception cut) when (attempt < settings.Retries && IsCut(cut))
            {
                await Task.Delay(FirstPause * (1 << Math.Min(attempt, 6)), cancellation);
            }
            catch (Exception wrong) when (IsCut(wrong) || S3Faults.IsOne(wrong, cancellation))
            {
                throw S3Faults.Explain(wrong, settings);
            }
    }

    /// <summary>Not so a fault of the disk that the bytes are written to.</summary>
    private static bool IsCut(Exception wrong) => wrong is HttpIOException or EndOfStreamException || wrong is IOException { InnerException: SocketException };

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception wrong) when (S3Faults.IsOne(wrong, cancellation))
        {
            throw S3Faults.Explain(wrong, settings);
        }
    }
}
