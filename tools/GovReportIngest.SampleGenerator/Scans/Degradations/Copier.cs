namespace GovReportIngest.SampleGenerator.Scans.Degradations;

/// <summary>What a copier with its lid open makes of a filed sheet: black around the sheet and where it was punched, hard contrast.</summary>
internal static class Copier
{
    private const double HoleRadiusInInches = 0.118;
    private const double HoleFromEdgeInInches = 0.472;

    /// <summary>ISO 838: holes of a filed sheet stand 80 mm apart.</summary>
    private const double HoleDistanceInInches = 3.15;

    /// <summary>Turned and shifted on the glass; outside the sheet it is black, with a soft shadow along its edges.</summary>
    public static Raster OnOpenGlass(Raster page, Dice dice)
    {
        var (sin, cos) = Math.SinCos(dice.Between(-1, 1) * Math.PI / 180);
        var (shiftX, shiftY) = (dice.Between(-0.09, 0.09) * page.DpiX, dice.Between(-0.09, 0.09) * page.DpiY);
        var (middleX, middleY) = (page.Width / 2.0, page.Height / 2.0);
        var shadow = 0.03 * page.DpiX;
        var copy = new Raster(page.Width, page.Height, page.DpiX, page.DpiY);
        for (var y = 0; y < page.Height; y++)
            for (var x = 0; x < page.Width; x++)
            {
                var (dx, dy) = (x - middleX - shiftX, y - middleY - shiftY);
                var (sheetX, sheetY) = (middleX + dx * cos - dy * sin, middleY + dx * sin + dy * cos);
                var inside = Math.Min(Math.Min(sheetX, page.Width - 1 - sheetX), Math.Min(sheetY, page.Height - 1 - sheetY));
                var to = copy.Rgb.AsSpan(copy.Offset(x, y), 3);
                if (inside > 1)
                    Geometry.Take(page, sheetX, sheetY, to);
                else
                    to.Clear();
                var light = Math.Clamp(0.3 + 0.7 * inside / shadow, 0, 1);
                for (var channel = 0; channel < 3; channel++)
                    to[channel] = (byte)(12 + to[channel] * light * 0.95);
            }
        return copy;
    }

    /// <summary>Two round holes at the left edge, not punched quite alike; black is seen through them.</summary>
    public static Raster Punched(Raster page, Dice dice)
    {
        var x = (HoleFromEdgeInInches + dice.Between(-0.08, 0.08)) * page.DpiX;
        var y = page.Height / 2.0 + dice.Between(-0.3, 0.3) * page.DpiY;
        var radius = HoleRadiusInInches * page.DpiX;
        double Distance(int px, int py, double sign) => Math.Sqrt(Math.Pow(px - x, 2) + Math.Pow(py - y - sign * HoleDistanceInInches / 2 * page.DpiY, 2));
        return page.Map((px, py, value) => px > x + 2 * radius || Math.Min(Distance(px, py, 1), Distance(px, py, -1)) > radius ? value : 8);
    }

    /// <summary>Light greys become white and dark ones black, as toner has no greys.</summary>
    /// <param name="middle">The grey level that stays.</param>
    public static Raster Contrast(Raster page, double middle, double steepness) =>
        page.Map((_, _, value) => 12 + 236 / (1 + Math.Exp(-(value - middle) / 255 * steepness)));

    /// <summary>Thin dark lines down the page, where the drum is scratched.</summary>
    public static Raster Scratches(Raster page, int count, Dice dice)
    {
        var scratches = Enumerable.Range(0, count).Select(_ => (X: dice.Next(0, page.Width), Tone: dice.Between(0.04, 0.14))).ToDictionary(s => s.X, s => s.Tone);
        return page.Map((x, _, value) => scratches.TryGetValue(x, out var tone) ? value * (1 - tone) : value);
    }
}
