using System.Globalization;
using GovReportIngest.SampleGenerator.Scans.Degradations;

namespace GovReportIngest.SampleGenerator.Scans;

/// <summary>
/// Scans that get worse with a number in their name, to find where reading ends: <c>blur3.5</c> (out of focus, deviation in pixels
/// of 200 dots per inch), <c>pale20</c> (per cent of the contrast that is left), <c>dark150</c> and <c>bright150</c> (exposure, grey
/// levels), <c>shake12</c> (moved sideways, pixels), <c>skew25</c> (degrees), <c>dpi60</c>.
/// </summary>
internal static class PoorScans
{
    private const int Dpi = 200;

    public const string Names = "blurN, paleN, darkN, brightN, shakeN, skewN, dpiN";

    /// <summary>Null where the name is of no such kind.</summary>
    public static Condition? Named(string name)
    {
        var kind = name.TrimEnd([.. "0123456789."]);
        if (!double.TryParse(name.AsSpan(kind.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var strength))
            return null;
        Func<Raster, Raster>? worsen = kind switch
        {
            "blur" => page => Ink.Blur(page, strength),
            "pale" => page => page.Map((_, _, value) => 235 - (235 - value) * strength / 100),
            "dark" => page => page.Map((_, _, value) => value - strength),
            "bright" => page => page.Map((_, _, value) => value + strength),
            "shake" => page => Ink.Smear(page, (int)strength),
            "skew" => page => Geometry.OnLargeGlass(page, strength),
            "dpi" => page => Geometry.Resample(page, strength, strength),
            _ => null,
        };
        return worsen is null ? null : new(name, (sheet, dice) => Scan(worsen(Ink.Blur(sheet.Pdf.Render(sheet.Index, Dpi), 0.5)), dice));
    }

    private static Raster Scan(Raster page, Dice dice) => Paper.Noise(page, 2.5, dice.Child("noise"));
}
