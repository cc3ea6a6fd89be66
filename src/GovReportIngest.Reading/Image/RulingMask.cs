using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>Draws found rulings, a little longer and thicker than they are, so that cells close and no residue stays.</summary>
internal static class RulingMask
{
    private const double Overshoot = 3;
    private const double Fatter = 0.8;

    /// <returns>1 bit, as large as the page.</returns>
    public static Pix Draw(RepairedPage page, IReadOnlyList<Ruling> rulings)
    {
        var mask = PixImage.Checked(Leptonica.pixCreate(page.Binary.Width, page.Binary.Height, 1), "pixCreate");
        foreach (var rule in rulings)
        {
            var from = (int)((rule.Start - Overshoot) * page.PixelsPerPoint);
            var length = (int)((rule.End - rule.Start + 2 * Overshoot) * page.PixelsPerPoint);
            var thickness = Math.Max(2, (int)Math.Ceiling((rule.Thickness + Fatter) * page.PixelsPerPoint));
            var at = (int)(rule.Position * page.PixelsPerPoint) - thickness / 2;
            PixelPaint.Ink(mask, rule.Direction is RulingDirection.Horizontal ? new(from, at, length, thickness) : new(at, from, thickness, length));
        }

        return mask;
    }
}
