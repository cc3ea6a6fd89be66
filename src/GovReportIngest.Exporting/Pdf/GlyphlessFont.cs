using System.Buffers.Binary;
using System.Text;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>
/// A TrueType font whose only glyph is empty, for text that is found and copied and never seen (ISO/IEC 14496-22: the tables that a font inside a PDF needs).
/// </summary>
internal static class GlyphlessFont
{
    public const int UnitsPerEm = 1000;

    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        // Two glyphs without outlines: the one for what is unknown, and the one for everything.
        (string Tag, byte[] Table)[] tables =
        [
            ("glyf", new byte[4]),
            ("head", Of(0x00010000, 0x00010000, 0, 0x5F0F3CF5).Concat(Shorts(0, UnitsPerEm)).Concat(new byte[16]).Concat(Shorts(0, 0, UnitsPerEm, UnitsPerEm, 0, 8, 2, 0, 0)).ToArray()),
            ("hhea", Of(0x00010000).Concat(Shorts(UnitsPerEm, 0, 0, UnitsPerEm, 0, 0, UnitsPerEm, 1, 0, 0, 0, 0, 0, 0, 0, 1)).ToArray()),
            ("hmtx", [.. Shorts(UnitsPerEm, 0, 0)]),
            ("loca", [.. Shorts(0, 0, 0)]),
            ("maxp", Of(0x00010000).Concat(Shorts(2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)).ToArray()),
        ];
        using var font = new MemoryStream();
        font.Write(Of(0x00010000).Concat(Shorts(tables.Length, 64, 2, 32)).ToArray());
        var offset = 12 + 16 * tables.Length;
        foreach (var (tag, table) in tables)
        {
            font.Write(Encoding.ASCII.GetBytes(tag));
            font.Write(Of(Sum(table), (uint)offset, (uint)table.Length));
            offset += (table.Length + 3) / 4 * 4;
        }

        foreach (var (_, table) in tables)
        {
            font.Write(table);
            font.Write(new byte[(4 - table.Length % 4) % 4]);
        }

        var bytes = font.ToArray();
        // The sum of the whole file, in the table "head".
        var head = 12 + 16 * tables.Length + 4;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(head + 8), unchecked(0xB1B0AFBA - Sum(bytes)));
        return bytes;
    }

    private static byte[] Of(params uint[] longs) => [.. longs.SelectMany(number => (byte[])[(byte)(number >> 24), (byte)((number >> 16) & 255), (byte)((number >> 8) & 255), (byte)(number & 255)])];

    private static IEnumerable<byte> Shorts(params int[] numbers) => numbers.SelectMany(number => (byte[])[(byte)((number >> 8) & 255), (byte)(number & 255)]);

    private static uint Sum(byte[] table)
    {
        var sum = 0u;
        for (var index = 0; index < table.Length; index++)
            sum = unchecked(sum + ((uint)table[index] << (24 - 8 * (index % 4))));
        return sum;
    }
}
