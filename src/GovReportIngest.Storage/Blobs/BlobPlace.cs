namespace GovReportIngest.Storage.Blobs;

/// <summary>
/// Where the blobs of a store lie: in its folder <c>blobs</c>, or in the bucket that <see cref="S3Settings.Variable"/> names. The file
/// <c>blobs.at</c> remembers a bucket, so that no process looks for them, or writes them, in another place.
/// </summary>
internal static class BlobPlace
{
    private const string Marker = "blobs.at";

    /// <exception cref="StoreException">The blobs of this store lie elsewhere, or the bucket cannot be used.</exception>
    public static async Task<IBlobStore> OpenAsync(string folder, bool isReadOnly, CancellationToken cancellation)
    {
        var settings = SecretSetting.Of(S3Settings.Variable) is { } text ? S3Settings.Parse(text) : null;
        RequireSame(folder, settings?.Address);
        if (settings is null)
            return new FileBlobStore(StoreFolder.BlobsOf(folder));
        var store = new S3BlobStore(settings, StoreFolder.ScratchOf(folder));
        try
        {
            await store.RequireBucketAsync(cancellation);
            if (!isReadOnly && AddressIn(folder) is null)
                await WriteAddressAsync(folder, settings.Address, cancellation);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static void RequireSame(string folder, string? address)
    {
        var blobs = StoreFolder.BlobsOf(folder);
        var known = KnownPlace(folder, blobs);
        if (known is not null && known != (address ?? blobs))
            throw new StoreException(StoreFault.BlobsElsewhere, $"The blobs of this store lie in {known}, not in {address ?? blobs}.");
    }

    /// <summary>Null where nothing was stored yet.</summary>
    private static string? KnownPlace(string folder, string blobs)
    {
        try
        {
            return AddressIn(folder) ?? (Directory.Exists(blobs) && Directory.EnumerateFileSystemEntries(blobs).Any() ? blobs : null);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Failed, wrong.Message, wrong);
        }
    }

    private static string? AddressIn(string folder)
    {
        var file = Path.Combine(folder, Marker);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    private static async Task WriteAddressAsync(string folder, string address, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await BlobFile.WriteAsync(Path.Combine(folder, Marker), async file =>
            {
                await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(address + "\n"), cancellation);
                return true;
            });
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Failed, wrong.Message, wrong);
        }
    }
}
