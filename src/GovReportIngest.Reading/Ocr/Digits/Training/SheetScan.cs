using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Makes a drawn sheet look scanned and brings it to 300 dpi, as page repair does.</summary>
internal static class SheetScan
{
    /// <param name="drawn">At the condition's drawing resolution.</param>
    /// <param name="behind">What is printed on the other side.</param>
    public static GrayImage Of(GrayImage drawn, GrayImage? behind, ScanCondition condition, Random random)
    {
        var image = drawn;
        if (condition.Gain != 0)
            SheetFaults.Spread(image, condition.Gain);
        if (condition.Fade > 0)
            SheetFaults.Fade(image, condition.Fade, random);
        if (behind is not null)
            SheetFaults.ShineThrough(image, behind, condition.ShowThrough);
        if (condition.SealResidue > 0)
            SheetFaults.Stamp(image, condition.SealResidue, random);
        var skew = (random.NextDouble() * 2 - 1) * condition.Skew;
        image = Turn(image, skew);
        if (condition.Blur > 0)
            SheetFaults.Blur(image, condition.Blur);
        if (condition.DrawingDpi != (condition.DpiX, condition.DpiY))
            image = SheetFaults.Shrink(image, (double)condition.DpiX / condition.DrawingDpi.X, (double)condition.DpiY / condition.DrawingDpi.Y);
        SheetFaults.Expose(image, condition, random);
        SheetFaults.Sprinkle(image, condition.Dust, random);
        if (condition.JpegQuality > 0)
            image = ThroughJpeg(image, condition.JpegQuality);
        return Turn(Repair(Threshold(image, condition, random), condition), -skew + (random.NextDouble() - 0.5) * 0.06);
    }

    private static GrayImage Threshold(GrayImage image, ScanCondition condition, Random random)
    {
        if (condition.Depth is ScanDepth.LocalThreshold)
        {
            using var grey = PixImage.ToNative(image);
            using var binary = LocalThreshold.Binarise(grey, condition.DpiX / 12, 0.15f);
            using var levels = PixImage.ToGrey(binary);
            return PixImage.ToManaged(levels);
        }

        if (condition.Depth is ScanDepth.Threshold)
        {
            var threshold = random.Next(140, 171);
            for (var i = 0; i < image.Pixels.Length; i++)
                image.Pixels[i] = (byte)(image.Pixels[i] < threshold ? 0 : 255);
        }

        return image;
    }

    private static GrayImage Repair(GrayImage image, ScanCondition condition)
    {
        if (condition is { DpiX: 300, DpiY: 300 })
            return image;
        using var pix = PixImage.ToNative(image);
        using var scaled = PixImage.Checked(Leptonica.pixScale(pix, 300f / condition.DpiX, 300f / condition.DpiY), "pixScale");
        return PixImage.ToManaged(scaled);
    }

    private static GrayImage Turn(GrayImage image, double degrees)
    {
        if (Math.Abs(degrees) < 0.02)
            return image;
        using var pix = PixImage.ToNative(image);
        using var turned = PixImage.Checked(Leptonica.pixRotate(pix, (float)(degrees * Math.PI / 180), 1, 1, 0, 0), "pixRotate");
        return PixImage.ToManaged(turned);
    }

    private static GrayImage ThroughJpeg(GrayImage image, int quality)
    {
        using var pix = PixImage.ToNative(image);
        using var decoded = PixImage.Decode(PixImage.EncodeJpeg(pix, quality)) ?? throw new NativeFailureException("pixReadMem");
        using var grey = PixImage.ToGrey(decoded);
        return PixImage.ToManaged(grey);
    }
}
