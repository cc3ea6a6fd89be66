using System.Security.Cryptography;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Interop;

namespace GovReportIngest.Storage.Blobs;

/// <summary>Files that hold a blob: written under a temporary name, synced and renamed, so that they are there whole or not at all.</summary>
internal static class BlobFile
{
    public const int BufferBytes = 1 << 16;

    /// <summary>False where <paramref name="write"/> says so; the bytes are dropped then.</summary>
    public static async Task<bool> WriteAsync(string target, Func<FileStream, Task<bool>> write)
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
    public static async Task<string> CopyAsync(Stream from, Stream to, CancellationToken cancellation)
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

    public static StoreException HasOtherBytes(string sha256) => new(StoreFault.Damaged, $"The blob {sha256} has other bytes than were stored.");

    public static StoreException IsNotThere(string sha256, Exception? inner) => new(StoreFault.Damaged, $"The blob {sha256} is not there.", inner);
}
