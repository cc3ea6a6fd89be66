using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Draws a sheet with Cairo at the resolution of its scan.</summary>
internal static unsafe class SheetDrawing
{
    public static GrayImage Draw(string face, bool isBold, ScanCondition condition, IReadOnlyList<SheetCell> cells, Random random)
    {
        var (width, height) = ((int)(CellSheet.Width * condition.DrawingDpi.X / 72), (int)(CellSheet.Height * condition.DrawingDpi.Y / 72));
        using var surface = Cairo.cairo_image_surface_create(Cairo.FormatRgb24, width, height);
        using (var context = Cairo.cairo_create(surface))
        {
            Cairo.cairo_set_source_rgb(context, 1, 1, 1);
            Cairo.cairo_paint(context);
            Cairo.cairo_set_source_rgb(context, 0, 0, 0);
            Cairo.cairo_scale(context, condition.DrawingDpi.X / 72.0, condition.DrawingDpi.Y / 72.0);
            var weight = random.Next(5) == 0 ? 1 + random.NextDouble() : 0.4 + 0.5 * random.NextDouble();
            Rules(context, weight);
            CairoText.SelectFace(context, face, 0, isBold ? 1 : 0);
            var size = 7.5 + 5 * random.NextDouble();
            var side = condition.IsCrowded ? weight + 0.3 + 0.8 * random.NextDouble() : (double?)null;
            foreach (var cell in cells)
                Text(context, cell, size, side, random);
        }

        Cairo.cairo_surface_flush(surface);
        return Grey(surface, width, height);
    }

    private static void Rules(CairoContext context, double weight)
    {
        for (var row = 0; row <= CellSheet.Rows; row++)
            CairoText.Rectangle(context, CellSheet.Margin, CellSheet.Margin + row * CellSheet.CellHeight - weight / 2, CellSheet.Columns * CellSheet.CellWidth, weight);
        for (var column = 0; column <= CellSheet.Columns; column++)
            CairoText.Rectangle(context, CellSheet.Margin + column * CellSheet.CellWidth - weight / 2, CellSheet.Margin, weight, CellSheet.Rows * CellSheet.CellHeight);
        CairoText.Fill(context);
    }

    private static void Text(CairoContext context, SheetCell cell, double size, double? fromRule, Random random)
    {
        if (cell.Printed.Length == 0)
            return;
        CairoText.SetSize(context, size);
        CairoText.Measure(context, cell.Printed, out var extents);
        if (extents.AdvanceX > CellSheet.CellWidth - 6)
        {
            CairoText.SetSize(context, size * (CellSheet.CellWidth - 6) / extents.AdvanceX);
            CairoText.Measure(context, cell.Printed, out extents);
        }

        CairoText.Measure(context, "0", out var digit);
        var box = cell.Request.Box;
        var foot = fromRule is { } distance ? box.Y + distance + digit.Height : box.CentreY + digit.Height / 2 + (random.NextDouble() - 0.5) * 2;
        CairoText.MoveTo(context, box.CentreX - extents.AdvanceX / 2 + (random.NextDouble() - 0.5) * 2, foot);
        CairoText.Show(context, cell.Printed);
    }

    /// <summary>What is drawn in shades of grey.</summary>
    internal static GrayImage Grey(CairoSurface surface, int width, int height)
    {
        var pixels = Cairo.cairo_image_surface_get_data(surface);
        var stride = Cairo.cairo_image_surface_get_stride(surface) / 4;
        var image = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                image[x, y] = (byte)(pixels[(long)y * stride + x] & 255);
        return image;
    }
}
