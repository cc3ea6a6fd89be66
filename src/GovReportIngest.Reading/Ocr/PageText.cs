using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Reads the text of a repaired page: running text in one pass with tables and rules painted over, and the labels in tables
/// line by line. A cell that holds one number alone is left for the second call of reading.
/// </summary>
/// <param name="labels">Tells labels from numbers.</param>
internal sealed class PageText(LabelInk labels) : IDisposable
{
    /// <summary>Ink of worn rules around a table that must not be read as text, points.</summary>
    private const double TableMargin = 3.5;

    /// <summary>So many symbols tell which way up they stand.</summary>
    private const int EnoughSymbols = 16;

    /// <summary>What is higher is no line, points: noise, or a picture.</summary>
    private const double HighestLine = 120;

    /// <summary>White around a line that is read by itself, pixels.</summary>
    private const int Border = 12;

    private readonly Lazy<TesseractEngine> engine = new(() =>
    {
        var chinese = TesseractEngine.Start("chi_sim");
        chinese.Set("thresholding_method", "2");
        // Spaces between Han characters are an artefact of the model.
        chinese.Set("preserve_interword_spaces", "1");
        return chinese;
    });

    public void Dispose()
    {
        if (engine.IsValueCreated)
            engine.Value.Dispose();
    }

    /// <param name="readNumbers">Reads numbers (pixels) that stand among other ink; given the page without its rules.</param>
    /// <returns>The words, and the ink of numbers that stand alone in their cells (pixels).</returns>
    public (List<Word> Words, List<PixelBox> Unread) Read(RepairedPage page, IReadOnlyList<Ruling> rulings, Func<GrayImage, IReadOnlyList<PixelBox>, IEnumerable<Word>> readNumbers)
    {
        using var mask = RulingMask.Draw(page, rulings);
        using var ink = PixImage.Checked(Leptonica.pixSubtract(0, page.Binary, mask), "pixSubtract");
        using var closed = RulingMask.Draw(page, [.. rulings, .. CutRows.Edges(rulings), .. HangingRules.Sides(rulings, ink, page.PixelsPerPoint)]);
        var cells = TableCells.Find(closed, page.PixelsPerPoint);
        var shapes = Dust.Clear(page, ink, cells);
        using var grey = PixImage.Checked(Leptonica.pixCopy(0, page.Grey), "pixCopy");
        PixelPaint.White(grey, mask);
        var words = new List<Word>();
        var (numbers, unread) = (new List<PixelBox>(), new List<PixelBox>());
        var clear = PixImage.ToManaged(grey);
        var texts = CellText.Find(shapes, cells, page.PixelsPerPoint);
        var typeSize = TextPieces.TypeSize(shapes, page.PixelsPerPoint);
        foreach (var pieces in texts)
            foreach (var piece in pieces)
                if (labels.IsNumber(clear, piece, page.PixelsPerPoint))
                    (pieces.Count > 1 ? numbers : unread).Add(piece.Box);
                else if (LoneDashes.IsSure(piece, pieces, typeSize, page.PixelsPerPoint))
                    unread.Add(piece.Box);
                else if (ReadLine(grey, piece.Box, page.PixelsPerPoint) is { Count: > 0 } read)
                    words.AddRange(read);
                else if (LoneDashes.IsDash(piece, page.PixelsPerPoint) || IsTooHigh(piece.Box, page.PixelsPerPoint))
                    unread.Add(piece.Box); // The engine drops dashes that stand alone; their column is known by them.
        if (numbers.Count > 0)
            words.AddRange(readNumbers(clear, numbers));
        // A region that lost a rule surrounds others; beside them it may surround text that is not in it.
        var whole = cells.Where(cell => !cells.Any(other => other != cell && cell.Holds(other.X + other.Width / 2, other.Y + other.Height / 2)));
        words.AddRange(ReadRunningText(page, grey, ink, [.. whole, .. texts.SelectMany(pieces => pieces).Select(piece => piece.Box)]));
        return (words, unread);
    }

    /// <summary>How well strips of text read this way up, 0–100; 0 where there are none.</summary>
    public double Legibility(Pix grey, Pix binary, double pixelsPerPoint)
    {
        const int MostStrips = 4;
        var symbols = new List<OcrSymbol>();
        foreach (var strip in TextStrip.Find(binary, pixelsPerPoint, MostStrips))
            if (symbols.Count < EnoughSymbols && !PageOrientation.IsSure(Ocr.Legibility.Of(symbols)) && PixImage.Clip(grey, strip.X, strip.Y, strip.Width, strip.Height) is { } part)
                using (part)
                    symbols.AddRange(engine.Value.Recognise(part, PageSegmentation.SingleLine, FramedLine.Dpi));
        return Ocr.Legibility.Of(symbols);
    }

    private static bool IsTooHigh(PixelBox line, double pixelsPerPoint) => line.Height > HighestLine * pixelsPerPoint;

    private List<Word> ReadLine(Pix grey, PixelBox line, double pixelsPerPoint)
    {
        var margin = (int)Math.Ceiling(pixelsPerPoint * 0.5);
        var (x, y) = (Math.Max(0, line.X - margin), Math.Max(0, line.Y - margin));
        if (IsTooHigh(line, pixelsPerPoint) || PixImage.Clip(grey, x, y, line.Width + 2 * margin, line.Height + 2 * margin) is not { } crop)
            return [];
        using (crop)
        using (var clear = LineContrast.Stretch(crop))
        using (var close = new CloseSetLine(clear))
        using (var framed = PixImage.Checked(Leptonica.pixAddBorderGeneral(close.Line, Border, Border, Border, Border, 255), "pixAddBorderGeneral"))
        {
            var read = HanPunctuation.Set(FramedLine.Recognise(engine.Value, framed, Border, pixelsPerPoint));
            var symbols = SymbolGaps.Close(NumberPlaces.Set(read, framed, Border), framed);
            // Where the engine finds no ink for a symbol, its box is higher than the line is.
            int Inside(int height) => Math.Clamp(height + y - Border, line.Y, line.Y + line.Height);
            return OcrWords.Of(
                [.. symbols.Select(symbol => symbol with
                {
                    Left = close.Original(symbol.Left - Border), Right = close.Original(symbol.Right - Border),
                    Top = Inside(symbol.Top), Bottom = Inside(symbol.Bottom),
                })],
                x, 0, pixelsPerPoint);
        }
    }

    private List<Word> ReadRunningText(RepairedPage page, Pix grey, Pix ink, IReadOnlyList<PixelBox> done)
    {
        var margin = (int)(TableMargin * page.PixelsPerPoint);
        foreach (var cell in done)
        {
            var around = new PixelBox(cell.X - margin, cell.Y - margin, cell.Width + 2 * margin, cell.Height + 2 * margin);
            PixelPaint.White(grey, around);
            PixelPaint.Erase(ink, around);
        }

        return [.. RunningText.Lines(ink, page.PixelsPerPoint).SelectMany(line => ReadLine(grey, line, page.PixelsPerPoint))];
    }
}
