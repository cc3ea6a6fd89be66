using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>One cell of a sheet: where it is, and what was printed (empty for blank).</summary>
internal readonly record struct SheetCell(CellRequest Request, string Printed);

/// <summary>A synthetic page with one ruled table of number cells, as a repaired scan would be: upright, 300 dpi, a little askew.</summary>
internal sealed record CellSheet(GrayImage Page, IReadOnlyList<SheetCell> Cells)
{
    public const double PixelsPerPoint = 300 / 72.0;
    public const int Rows = 14;
    public const int Columns = 10;
    public const double CellWidth = 46;
    public const double CellHeight = 21;
    public const double Margin = 14;
    public const double Width = Columns * CellWidth + 2 * Margin;
    public const double Height = Rows * CellHeight + 2 * Margin;

    /// <summary>How well Layout knows where rules run, points.</summary>
    private const double LayoutError = 0.5;

    public static CellSheet Draw(string face, bool isBold, ScanCondition condition, int seed) =>
        Draw(face, isBold, condition, seed, (random, kind) => SheetText.Next(random, kind, character => DigitFaces.Has(face, character)));

    /// <param name="text">What to print into a cell of a kind.</param>
    public static CellSheet Draw(string face, bool isBold, ScanCondition condition, int seed, Func<Random, CellKind, string> text)
    {
        var random = new Random(seed);
        var cells = new List<SheetCell>();
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
            {
                var box = new Box(Margin + column * CellWidth, Margin + row * CellHeight, CellWidth, CellHeight);
                var kind = column switch { Columns - 1 => CellKind.Decimal, Columns - 2 => CellKind.SignedInteger, _ => CellKind.Integer };
                cells.Add(new(new(box, kind, row), text(random, kind)));
            }

        var behind = condition.ShowThrough > 0 ? SheetDrawing.Draw(face, isBold, condition, cells, random) : null;
        var page = SheetScan.Of(SheetDrawing.Draw(face, isBold, condition, cells, random), behind, condition, random);
        return new(page, [.. cells.Select(cell => cell with { Request = cell.Request with { Box = Found(cell.Request.Box, random) } })]);
    }

    private static Box Found(Box box, Random random)
    {
        double Error() => (random.NextDouble() * 2 - 1) * LayoutError;
        return new(box.X + Error(), box.Y + Error(), box.Width + Error(), box.Height + Error());
    }
}
