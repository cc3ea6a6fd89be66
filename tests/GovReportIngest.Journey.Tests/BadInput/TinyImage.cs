using System.Buffers.Binary;
using System.Text;

namespace GovReportIngest.Journey.Tests.BadInput;

/// <summary>Black images byte by byte, of any size that their headers can declare.</summary>
internal static class TinyImage
{
    public const byte Grey = 0;
    public const byte ColourAndAlpha = 6;

    /// <summary>Eight bits a channel. With <paramref name="pixels"/> null the pixels are left out: nobody is to ask for them.</summary>
    public static byte[] Png(uint width, uint height, byte colour = Grey, byte[]? pixels = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, colour);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels ?? []), .. Chunk("IEND", [])];
    }

    /// <summary>All pixels of a black image as PNG packs them: a filter byte before each row.</summary>
    public static byte[] BlackPixels(uint width, uint height, byte colour) =>
        Bomb.Zeros(height * (1L + width * (colour == ColourAndAlpha ? 4L : 1L)));

    /// <summary>A TIFF of one strip, whose bytes are missing.</summary>
    public static byte[] Tiff(uint width, uint height)
    {
        (ushort Tag, ushort Type, uint Value)[] entries =
        [
            (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1), (278, 4, height), (279, 4, 1),
        ];
        var bytes = new byte[8 + 2 + 12 * entries.Length + 4];
        "II*\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = bytes.AsSpan(10 + 12 * i);
            BinaryPrimitives.WriteUInt16LittleEndian(entry, entries[i].Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], entries[i].Type);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], 1);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], entries[i].Value);
        }

        return bytes;
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)data.Length);
        Encoding.ASCII.GetBytes(name).CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    /// <summary>CRC-32 of PNG (ISO 3309).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
