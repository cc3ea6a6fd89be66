using System.IO.Compression;
using GovReportIngest.Jobs.Intake;

namespace GovReportIngest.Jobs.Watching;

/// <summary>Unpacks an archive that somebody delivered, whole or not at all. Sizes are counted as they come, not as the archive says.</summary>
internal static class ZipDelivery
{
    public const int MostFiles = 10_000;
    public const long MostBytes = 8L << 30;

    /// <summary>Deflate cannot do more than 1,032 to 1; documents do not come near this, bombs go beyond it.</summary>
    private const int MostRatio = 200;
    private const long FreeOfRatio = 100L << 20;
    private const int BufferBytes = 1 << 16;
    private const int LinkMode = 0xA000;
    private const int KindOfMode = 0xF000;

    /// <param name="archive">The file.</param>
    /// <param name="folder">Empty; what was unpacked before a refusal stays there.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="RefusedBytesException">The archive is damaged or locked, too large, or has names that lead elsewhere.</exception>
    public static async Task UnpackAsync(string archive, string folder, CancellationToken cancellation)
    {
        try
        {
            await using var stream = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, new ZipNames());
            if (zip.Entries.Count > MostFiles)
                throw new RefusedBytesException($"The archive has more than {MostFiles} files.");
            var left = Math.Min(MostBytes, Math.Max(FreeOfRatio, stream.Length * MostRatio));
            foreach (var entry in zip.Entries)
                left -= await UnpackAsync(entry, folder, left, cancellation);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or NotSupportedException)
        {
            throw new RefusedBytesException($"The archive is damaged, or of a kind that cannot be unpacked: {damaged.Message}");
        }
    }

    /// <returns>The bytes that came of it.</returns>
    private static async Task<long> UnpackAsync(ZipArchiveEntry entry, string folder, long most, CancellationToken cancellation)
    {
        var name = SafePaths.Of(entry.FullName.TrimEnd('/', '\\')) ?? throw new RefusedBytesException($"The archive has a file whose name leads elsewhere: \"{entry.FullName}\".");
        if (((entry.ExternalAttributes >> 16) & KindOfMode) == LinkMode)
            throw new RefusedBytesException($"The archive has a link: {name}.");
        if (entry.IsEncrypted)
            throw new RefusedBytesException("The archive has a password; unpack it first.");
        var target = Path.Combine(folder, name);
        if (entry.FullName[^1] is '/' or '\\')
            return 0;
        if (Path.Exists(target))
            throw new RefusedBytesException($"The archive has two files of one name: {name}.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var bytes = await entry.OpenAsync(cancellation);
        await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        var buffer = new byte[BufferBytes];
        for (int count; (count = await bytes.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (file.Position + count > Math.Min(most, DocumentIntake.MostBytes))
                throw new RefusedBytesException($"The archive unpacks to more than is taken ({name}).");
            await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        return file.Position;
    }
}
