using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr.Digits;
using GovReportIngest.Reading.Ocr.Digits.Training;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

/// <summary>A sheet whose cells all hold texts of the test's choice, and a way to spoil single cells of it.</summary>
internal sealed class DrawnCells
{
    private const double Scale = CellSheet.PixelsPerPoint;

    private DrawnCells(CellSheet sheet) => (Page, Cells) = (sheet.Page, sheet.Cells);

    public GrayImage Page { get; }

    public IReadOnlyList<SheetCell> Cells { get; }

    /// <param name="texts">Repeated over the cells, row by row.</param>
    public static DrawnCells With(string face, string condition, params string[] texts)
    {
        var next = 0;
        return new(CellSheet.Draw(face, false, ScanCondition.All.Single(known => known.Name == condition), 4, (_, _) => texts[next++ % texts.Length]));
    }

    public IReadOnlyList<CellReading> Read(CellReader reader) => reader.Read(Page, Scale, [.. Cells.Select(cell => cell.Request)]);

    public NumberInk InkOf(int cell) => NumberInk.Of(Page, Cells[cell].Request.Box, Scale);

    /// <summary>A line across the cell, from and to points of its inside as shares of its width and height.</summary>
    public void Strike(int cell, double fromX, double fromY, double toX, double toY, double thicknessInPoints) =>
        Page.Stroke(At(cell).X + fromX * Width(cell), At(cell).Y + fromY * Height(cell), At(cell).X + toX * Width(cell), At(cell).Y + toY * Height(cell), thicknessInPoints * Scale, 20);

    /// <summary>A square of ink.</summary>
    public void Blot(int cell, double x, double y, double sizeInPoints) =>
        Page.Fill((int)(At(cell).X + x * Width(cell)), (int)(At(cell).Y + y * Height(cell)), (int)(sizeInPoints * Scale), (int)(sizeInPoints * Scale), 20);

    /// <summary>What another sheet prints in the cell, printed over this one.</summary>
    public void Overprint(int cell, DrawnCells other, double shiftInPoints)
    {
        var (left, top, shift) = ((int)At(cell).X + 8, (int)At(cell).Y + 8, (int)(shiftInPoints * Scale));
        for (var y = top; y < top + Height(cell) - 16; y++)
            for (var x = left; x < left + Width(cell) - 16 - shift; x++)
                Page[x + shift, y] = Math.Min(Page[x + shift, y], other.Page[x, y]);
    }

    private (double X, double Y) At(int cell) => (Cells[cell].Request.Box.X * Scale, Cells[cell].Request.Box.Y * Scale);

    private double Width(int cell) => Cells[cell].Request.Box.Width * Scale;

    private double Height(int cell) => Cells[cell].Request.Box.Height * Scale;
}
