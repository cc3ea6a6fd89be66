using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Makes a page grey so that saturated ink of seals, stamps and pens fades into the paper and black print stays: of a colour
/// pixel the brightest channel counts, since red ink is bright in red and black print dark in all three. Where a page has a seal,
/// its ink is measured and taken off what is under it and around it (<see cref="SealInk"/>).
/// </summary>
internal static unsafe class SealRemoval
{
    /// <summary>Channels this far apart are ink of a colour; less is the tint of the scanner.</summary>
    private const int Saturated = 60;

    /// <summary>So many pixels of a colour are a seal or a stroke of a pen, and enough to measure its ink.</summary>
    private const int LeastSeal = 600;

    /// <summary>Compressed colour runs over its edges by so many pixels.</summary>
    private const int Rim = 5;

    /// <param name="colour">32 bits a pixel.</param>
    public static Pix ToGrey(Pix colour)
    {
        var (width, height) = (colour.Width, colour.Height);
        var grey = PixImage.Checked(Leptonica.pixCreate(width, height, 8), "pixCreate");
        var (sourceStride, targetStride) = (Leptonica.pixGetWpl(colour), Leptonica.pixGetWpl(grey) * 4);
        var source = Leptonica.pixGetData(colour);
        var target = (byte*)Leptonica.pixGetData(grey);
        var saturated = 0;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var pixel = source[(long)y * sourceStride + x];
                var (red, green, blue) = ((int)(pixel >> 24), (int)(pixel >> 16 & 255), (int)(pixel >> 8 & 255));
                var highest = Math.Max(red, Math.Max(green, blue));
                var isSaturated = highest - Math.Min(red, Math.Min(green, blue)) >= Saturated;
                target[(long)y * targetStride + (x ^ 3)] = (byte)(isSaturated ? highest : (red * 77 + green * 150 + blue * 29) >> 8);
                saturated += isSaturated ? 1 : 0;
            }

        if (saturated >= LeastSeal)
            new SealedPage(colour, grey).Clear(Saturated, LeastSeal, Rim);
        return grey;
    }
}
