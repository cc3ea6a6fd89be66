using System.Globalization;

namespace GovReportIngest.Exporting.Pdf.Scans;

/// <summary>
/// TIFF 6.0: every strip is an image by itself in the PDF, packed as it is: CCITT groups 3 and 4, LZW, Deflate, PackBits or nothing.
/// </summary>
internal sealed class TiffScan
{
    private const int MostPages = 5000;
    private const int MostValues = 1 << 20;
    private const int MostStrips = 1 << 20;

    /// <summary>What decides how a page stands in a PDF; others may be as long as they like.</summary>
    private static readonly int[] Known = [256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 284, 292, 317, 320, 322, 338];

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly bool isLittle;
    private long stripBytes;
    private int strips;

    private TiffScan(ReadOnlyMemory<byte> bytes) => (this.bytes, isLittle) = (bytes, bytes.Span[0] == 'I');

    public static IReadOnlyList<ScanImage> Read(ReadOnlyMemory<byte> bytes)
    {
        var (tiff, pages, seen) = (new TiffScan(bytes), new List<ScanImage>(), new HashSet<long>());
        for (var folder = tiff.Number(4, 4); folder != 0; folder = tiff.Next(folder))
            pages.Add(seen.Add(folder) && pages.Count < MostPages ? tiff.Page(tiff.Tags(folder)) : throw ScanImages.Damaged());
        return pages.Count > 0 ? pages : throw ScanImages.Damaged();
    }

    private long Next(long folder) => Number(folder + 2 + 12 * Number(folder, 2), 4);

    private Dictionary<int, long[]> Tags(long folder)
    {
        var tags = new Dictionary<int, long[]>();
        var count = Number(folder, 2);
        for (var entry = folder + 2; entry < folder + 2 + 12 * count; entry += 12)
            if ((int)Number(entry, 2) is var tag && Known.Contains(tag))
                tags.TryAdd(tag, Values(entry));
        return tags;
    }

    /// <summary>Whole numbers alone; others are of no account here.</summary>
    private long[] Values(long entry)
    {
        var (kind, count) = (Number(entry + 2, 2), Number(entry + 4, 4));
        var width = kind switch { 1 => 1, 3 => 2, 4 => 4, _ => 0 };
        if (width == 0)
            return [];
        if (count > MostValues)
            throw ScanImages.Damaged();
        var at = count * width <= 4 ? entry + 8 : Number(entry + 8, 4);
        var values = new long[count];
        for (var index = 0; index < count; index++)
            values[index] = Number(at + index * width, width);
        return values;
    }

    private ScanImage Page(Dictionary<int, long[]> tags)
    {
        long One(int tag, long otherwise) => tags.TryGetValue(tag, out var values) && values.Length > 0 ? values[0] : otherwise;
        var (width, height, perStrip) = (One(256, 0), One(257, 0), One(278, long.MaxValue));
        if (width is < 1 or > ScanImages.MostSide || height is < 1 or > ScanImages.MostSide || perStrip < 1)
            throw ScanImages.Damaged();
        if (tags.ContainsKey(322) || One(284, 1) != 1)
            throw ScanImages.Unusual("its pixels lie in tiles or planes");
        var (starts, lengths) = (tags.GetValueOrDefault(273, []), tags.GetValueOrDefault(279, []));
        if (starts.Length == 0 || starts.Length != lengths.Length || starts.Length != (height + Math.Min(perStrip, height) - 1) / Math.Min(perStrip, height))
            throw ScanImages.Damaged();
        var isReversed = One(266, 1) == 2;
        var parts = new List<ScanStrip>();
        for (var index = 0; index < starts.Length; index++)
        {
            var rows = (int)Math.Min(perStrip, height - index * Math.Min(perStrip, height));
            // Strips that lie over each other would make a PDF out of all proportion to its source.
            if (starts[index] > bytes.Length - lengths[index] || (stripBytes += lengths[index]) > bytes.Length || ++strips > MostStrips)
                throw ScanImages.Damaged();
            var strip = bytes.Slice((int)starts[index], (int)lengths[index]);
            parts.Add(new(rows, Entries(tags, One, (int)width, rows), isReversed ? Reversed(strip) : strip));
        }

        return new((int)width, (int)height, One(274, 1) switch { 3 => 2, 6 => 1, 8 => 3, _ => 0 }, parts);
    }

    private static string Entries(Dictionary<int, long[]> tags, Func<int, long, long> one, int width, int rows)
    {
        var (bits, samples, ink, packing) = (one(258, 1), one(277, 1), one(262, 0), one(259, 1));
        if (bits is not (1 or 2 or 4 or 8 or 16) || tags.GetValueOrDefault(258, []).Any(other => other != bits) || tags.ContainsKey(338))
            throw ScanImages.Unusual("an uncommon kind of TIFF");
        var isFax = packing is 2 or 3 or 4;
        var colours = (ink, samples) switch
        {
            // In fax codes white is what the code calls white; PDF says so by BlackIs1.
            (0, 1) when isFax => "/ColorSpace /DeviceGray",
            (1, 1) when isFax => "/ColorSpace /DeviceGray /Decode [1 0]",
            (0, 1) => "/ColorSpace /DeviceGray /Decode [1 0]",
            (1, 1) => "/ColorSpace /DeviceGray",
            (2, 3) => "/ColorSpace /DeviceRGB",
            (3, 1) when bits <= 8 && tags.GetValueOrDefault(320, []) is var map && map.Length == 3 << (int)bits => $"/ColorSpace {Palette(map)}",
            _ => throw ScanImages.Unusual("an uncommon kind of TIFF"),
        };
        var predictor = one(317, 1) switch { 1 => "", 2 => string.Create(CultureInfo.InvariantCulture, $" /DecodeParms << /Predictor 2 /Colors {samples} /BitsPerComponent {bits} /Columns {width} >>"), _ => throw ScanImages.Unusual("an uncommon kind of TIFF") };
        string Fax(int group, bool isAligned, bool hasEnds) => string.Create(CultureInfo.InvariantCulture,
            $"/Filter /CCITTFaxDecode /DecodeParms << /K {group} /Columns {width} /Rows {rows} /EndOfBlock false{(isAligned ? " /EncodedByteAlign true" : "")}{(hasEnds ? " /EndOfLine true" : "")} >>");
        var filter = packing switch
        {
            1 => "",
            2 => Fax(0, isAligned: true, hasEnds: false),
            3 => Fax((one(292, 0) & 1) == 1 ? 1 : 0, isAligned: (one(292, 0) & 4) == 4, hasEnds: true),
            4 => Fax(-1, isAligned: false, hasEnds: false),
            5 => $"/Filter /LZWDecode{predictor}",
            8 or 32946 => $"/Filter /FlateDecode{predictor}",
            32773 => "/Filter /RunLengthDecode",
            _ => throw ScanImages.Unusual("an uncommon packing of TIFF"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{colours} /BitsPerComponent {bits} {filter}");
    }

    /// <summary>All reds, then all greens, then all blues, of 16 bits each.</summary>
    private static string Palette(long[] map)
    {
        var count = map.Length / 3;
        var colours = Enumerable.Range(0, count).SelectMany(index => new[] { map[index], map[count + index], map[2 * count + index] }).Select(value => (byte)(value >> 8)).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"[/Indexed /DeviceRGB {count - 1} <{Convert.ToHexString(colours)}>]");
    }

    private static byte[] Reversed(ReadOnlyMemory<byte> strip)
    {
        var reversed = strip.ToArray();
        for (var index = 0; index < reversed.Length; index++)
        {
            var turned = 0;
            for (var bit = 0; bit < 8; bit++)
                turned |= ((reversed[index] >> bit) & 1) << (7 - bit);
            reversed[index] = (byte)turned;
        }

        return reversed;
    }

    private long Number(long at, int length)
    {
        if (at < 0 || at > bytes.Length - length)
            throw ScanImages.Damaged();
        var number = 0L;
        for (var index = 0; index < length; index++)
            number |= (long)bytes.Span[(int)at + index] << (8 * (isLittle ? index : length - 1 - index));
        return number;
    }
}
