namespace GovReportIngest.SampleGenerator.Scans.Degradations;

/// <summary>
/// A sheet on a desk, photographed by hand: the camera not quite above it (perspective), the sheet not quite flat (curl), light from one
/// side. The map is from the picture back to the sheet, so every pixel is taken once.
/// </summary>
internal sealed class Photo
{
    /// <summary>The picture is this much wider and higher than the sheet.</summary>
    private const double Frame = 1.07;

    /// <summary>Farthest way of a corner towards the middle, as share of the picture.</summary>
    private const double MostKeystone = 0.035;

    private readonly double[] _toSheet;
    private readonly double _bow;
    private readonly double _lift;
    private readonly double _liftAt;

    /// <param name="dice">Decides where the camera was and how the sheet lay.</param>
    public Photo(Dice dice)
    {
        var margin = (1 - 1 / Frame) / 2;
        double Inset() => margin * dice.Between(0.4, 1.2);
        var (narrowTop, narrowSide) = (dice.Between(0, MostKeystone), dice.Between(0, MostKeystone * 0.6));
        // Farther edges are shorter: the upper one, as one leans over a desk, and one side a little.
        (double X, double Y)[] corners =
        [
            (Inset() + narrowTop, Inset() + narrowSide), (1 - Inset() - narrowTop, Inset()),
            (1 - Inset(), 1 - Inset()), (Inset(), 1 - Inset() - narrowSide),
        ];
        _toSheet = Perspective.ToUnitSquare(corners);
        _bow = dice.Between(0.002, 0.007) * (dice.Chance(0.5) ? 1 : -1);
        _lift = dice.Between(0.001, 0.004) * (dice.Chance(0.5) ? 1 : -1);
        _liftAt = dice.Between(0, Math.PI);
    }

    /// <param name="page">At a higher resolution than the picture will have.</param>
    /// <param name="dpi">Of the picture, where the sheet is nearest to the camera.</param>
    public Raster Take(Raster page, double dpi, Dice dice)
    {
        var picture = new Raster((int)(page.Width * Frame * dpi / page.DpiX), (int)(page.Height * Frame * dpi / page.DpiY), dpi, dpi);
        var (grain, planks) = (new Clouds(dice.Child("grain"), 300), new Clouds(dice.Child("planks"), 6));
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++)
            {
                var (u, v) = ((x + 0.5) / picture.Width, (y + 0.5) / picture.Height);
                var to = picture.Rgb.AsSpan(picture.Offset(x, y), 3);
                var (sheetU, sheetV) = OnSheet(u, v);
                if (sheetU is <= 0 or >= 1 || sheetV is <= 0 or >= 1)
                    Desk(to, 0.6 * planks.At(u * 0.2, v) + 0.4 * grain.At(u * 0.1, v));
                else
                    Geometry.Take(page, sheetU * (page.Width - 1), sheetV * (page.Height - 1), to);
            }
        return picture;
    }

    /// <summary>Light from one side, with the shadow of whoever holds the camera over a corner.</summary>
    public static Raster Lit(Raster picture, Dice dice)
    {
        var clouds = new Clouds(dice.Child("clouds"), 3);
        var (depth, angle) = (dice.Between(0.15, 0.35), dice.Between(0, Math.Tau));
        var (sin, cos) = Math.SinCos(angle);
        return picture.Map((x, y, value) =>
        {
            var (u, v) = ((double)x / picture.Width, (double)y / picture.Height);
            var towards = 0.5 + (u - 0.5) * cos + (v - 0.5) * sin;
            return value * (1 - depth * Math.Clamp(towards, 0, 1) - 0.12 * clouds.At(u, v));
        });
    }

    private (double U, double V) OnSheet(double u, double v)
    {
        var (x, y) = Perspective.Apply(_toSheet, u, v);
        // The sheet bows over its width, most at the upper edge, and lifts in a slow wave.
        var curl = _bow * (1 - 0.5 * y) * (1 - 4 * (x - 0.5) * (x - 0.5)) + _lift * Math.Sin(2 * Math.PI * x + _liftAt);
        return (x, y + curl);
    }

    private static void Desk(Span<byte> to, double tone)
    {
        to[0] = (byte)(80 + 50 * tone);
        to[1] = (byte)(58 + 36 * tone);
        to[2] = (byte)(44 + 26 * tone);
    }
}
