using System.Buffers.Binary;
using System.IO.Compression;

namespace GovReportIngest.Journey.Tests.BadInput;

/// <summary>Small files that unpack to very much.</summary>
internal static class Bomb
{
    private const int PieceLength = 1 << 20;

    /// <summary>
    /// A zlib stream (RFC 1950) of zeros: one flushed piece of a million, written again and again, so that making it costs nothing.
    /// </summary>
    public static byte[] Zeros(long length)
    {
        var piece = Deflate(new byte[PieceLength]);
        var rest = Deflate(new byte[length % PieceLength]);
        using var stream = new MemoryStream();
        stream.Write([0x78, 0x9C]);
        for (var i = 0L; i < length / PieceLength; i++)
            stream.Write(piece);
        stream.Write(rest);
        // An empty last block with fixed codes, then Adler-32, which is simple for zeros.
        stream.Write([0x03, 0x00]);
        Span<byte> adler = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(adler, (uint)(length % 65521) << 16 | 1);
        stream.Write(adler);
        return stream.ToArray();
    }

    /// <summary>Blocks that end at a whole byte and are not the last ones.</summary>
    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(bytes);
            deflate.Flush();
            return packed.ToArray();
        }
    }
}
