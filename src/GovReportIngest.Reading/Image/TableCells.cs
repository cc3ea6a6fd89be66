using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>The closed regions between rules: cells of tables, in pixels, from top to bottom.</summary>
internal static class TableCells
{
    private const double Smallest = 6;

    public static IReadOnlyList<PixelBox> Find(Pix ruleMask, double pixelsPerPoint)
    {
        using var spaces = PixImage.Checked(Leptonica.pixInvert(0, ruleMask), "pixInvert");
        var (width, height) = (ruleMask.Width, ruleMask.Height);
        var smallest = Smallest * pixelsPerPoint;
        return [.. PixImage.Components(spaces, 4)
            .Where(box => box.Width >= smallest && box.Height >= smallest)
            // What reaches the paper's edge is the page around the tables.
            .Where(box => box.X > 1 && box.Y > 1 && box.X + box.Width < width - 1 && box.Y + box.Height < height - 1)
            .Select(box => new PixelBox(box.X, box.Y, box.Width, box.Height))
            .OrderBy(box => box.Y).ThenBy(box => box.X)];
    }
}
