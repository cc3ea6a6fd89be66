using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Makes a page grey so that saturated ink of seals, stamps and pens fades into the paper and black print stays: of a colour
/// pixel the brightest channel counts, since red ink is bright in red and black print dark in all three.
/// </summary>
internal static unsafe class SealRemoval
{
    /// <summary>Channels this far apart are ink of a colour; less is the tint of the scanner.</summary>
    private const int Saturated = 60;

    public static Pix ToGrey(Pix page)
    {
        if (page.Depth < 24 && Leptonica.pixGetColormap(page) == 0)
            return PixImage.ToGrey(page);
        using var colour = PixImage.Checked(Leptonica.pixConvertTo32(page), "pixConvertTo32");
        var (width, height) = (colour.Width, colour.Height);
        var grey = PixImage.Checked(Leptonica.pixCreate(width, height, 8), "pixCreate");
        var (sourceStride, targetStride) = (Leptonica.pixGetWpl(colour), Leptonica.pixGetWpl(grey) * 4);
        var source = Leptonica.pixGetData(colour);
        var target = (byte*)Leptonica.pixGetData(grey);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var pixel = source[(long)y * sourceStride + x];
                target[(long)y * targetStride + (x ^ 3)] = Brightness((int)(pixel >> 24), (int)(pixel >> 16 & 255), (int)(pixel >> 8 & 255));
            }

        return grey;
    }

    private static byte Brightness(int red, int green, int blue)
    {
        var highest = Math.Max(red, Math.Max(green, blue));
        var lowest = Math.Min(red, Math.Min(green, blue));
        return (byte)(highest - lowest >= Saturated ? highest : (red * 77 + green * 150 + blue * 29) >> 8);
    }
}
