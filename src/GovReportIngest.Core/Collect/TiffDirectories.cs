using System.Buffers.Binary;

namespace GovReportIngest.Core.Collect;

/// <summary>Looks into the directory of a TIFF file, without decoding anything (TIFF 6.0, section 2; BigTIFF has 64-bit offsets).</summary>
internal static class TiffDirectories
{
    private const int EntryBytes = 12;
    private const int BigEntryBytes = 20;

    /// <summary>A second image follows the first; false for what is no TIFF, is damaged, or cannot be read.</summary>
    public static bool HasSeveral(string file)
    {
        try
        {
            // Pipes and devices also report no length; opening one could wait for ever.
            if (new FileInfo(file).Length is 0)
                return false;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            return NextOffset(stream) > 0;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long NextOffset(FileStream stream)
    {
        Span<byte> head = stackalloc byte[16];
        stream.ReadExactly(head);
        var isLittle = head[0] == 'I' && head[1] == 'I';
        if (!isLittle && !(head[0] == 'M' && head[1] == 'M'))
            return 0;
        var isBig = Number(head.Slice(2, 2), isLittle) == 43;
        if (!isBig && Number(head.Slice(2, 2), isLittle) != 42)
            return 0;
        var (countBytes, entryBytes, offsetBytes) = isBig ? (8, BigEntryBytes, 8) : (2, EntryBytes, 4);
        var first = Number(isBig ? head.Slice(8, 8) : head.Slice(4, 4), isLittle);
        if (first <= 0 || first >= stream.Length)
            return 0;
        stream.Position = first;
        stream.ReadExactly(head[..countBytes]);
        var entries = Number(head[..countBytes], isLittle);
        if (entries <= 0 || entries > (stream.Length - first) / entryBytes)
            return 0;
        stream.Position = first + countBytes + entries * entryBytes;
        stream.ReadExactly(head[..offsetBytes]);
        return Number(head[..offsetBytes], isLittle);
    }

    /// <summary>Unsigned; what does not fit is as good as 0.</summary>
    private static long Number(ReadOnlySpan<byte> bytes, bool isLittle) => bytes.Length switch
    {
        2 => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes),
        4 => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes),
        _ => Math.Max(0, isLittle ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : BinaryPrimitives.ReadInt64BigEndian(bytes)),
    };
}
