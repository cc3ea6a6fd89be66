using System.Buffers.Binary;

namespace GovReportIngest.Reading.Formats;

/// <summary>
/// The directories of a TIFF file's pages, each of which names the place of the next (TIFF 6.0, section 2; BigTIFF with 8 bytes
/// for places). Decoders take a chain that leads out of the file for its end, so that the pages of a cut-off file vanish.
/// </summary>
internal static class TiffChain
{
    public static bool IsCutOff(ReadOnlySpan<byte> bytes, int maximumPages)
    {
        var isBig = bytes.Length > 2 && (bytes[2] == 43 || bytes[3] == 43);
        var isLittle = bytes[0] == 'I';
        var place = isBig ? Long(bytes, 8, isLittle) : Int(bytes, 4, isLittle);
        for (var page = 0; page <= maximumPages; page++)
        {
            if (place == 0)
                return false;
            if (Next(bytes, place, isBig, isLittle) is not { } next)
                return true;
            place = next;
        }

        return false;
    }

    private static ulong? Next(ReadOnlySpan<byte> bytes, ulong? place, bool isBig, bool isLittle) => isBig
        ? Long(bytes, place, isLittle) is { } many && many < int.MaxValue ? Long(bytes, place + 8 + (20 * many), isLittle) : null
        : Short(bytes, place, isLittle) is { } count ? Int(bytes, place + 2 + (12 * count), isLittle) : null;

    /// <summary>Null beyond the end.</summary>
    private static ulong? Short(ReadOnlySpan<byte> bytes, ulong? at, bool isLittle) =>
        !Has(bytes, at, 2) ? null : isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[(int)at!..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[(int)at!..]);

    private static ulong? Int(ReadOnlySpan<byte> bytes, ulong? at, bool isLittle) =>
        !Has(bytes, at, 4) ? null : isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at!..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at!..]);

    private static ulong? Long(ReadOnlySpan<byte> bytes, ulong? at, bool isLittle) =>
        !Has(bytes, at, 8) ? null : isLittle ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[(int)at!..]) : BinaryPrimitives.ReadUInt64BigEndian(bytes[(int)at!..]);

    private static bool Has(ReadOnlySpan<byte> bytes, ulong? at, uint length) => at is { } place && place <= (ulong)bytes.Length && (ulong)bytes.Length - place >= length;
}
