using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Reads the text of a repaired page: running text in one pass with tables and rules painted over, and the label cells of
/// tables one by one. Number cells are left for the second call of reading.
/// </summary>
internal sealed class PageText : IDisposable
{
    private const int Dpi = 300;

    /// <summary>Ink of worn rules around a table that must not be read as text, points.</summary>
    private const double TableMargin = 3.5;

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

    public IReadOnlyList<Word> Read(RepairedPage page, IReadOnlyList<Ruling> rulings)
    {
        using var mask = RulingMask.Draw(page, rulings);
        var cells = TableCells.Find(mask, page.PixelsPerPoint);
        using var withoutRules = PixImage.Checked(Leptonica.pixSubtract(0, page.Binary, mask), "pixSubtract");
        var words = new List<Word>();
        foreach (var cell in cells.Where(cell => LabelInk.IsLabel(withoutRules, cell, page.PixelsPerPoint)))
            words.AddRange(ReadCell(page, cell));
        words.AddRange(ReadRunningText(page, mask, withoutRules, cells));
        return words;
    }

    /// <summary>How well a strip of text reads this way up, 0–100; 0 where there is none.</summary>
    public double Legibility(Pix grey, Pix binary, double pixelsPerPoint)
    {
        if (TextStrip.Find(binary, pixelsPerPoint) is not { } strip || PixImage.Clip(grey, strip.X, strip.Y, strip.Width, strip.Height) is not { } part)
            return 0;
        using (part)
        {
            return Ocr.Legibility.Of(engine.Value.Recognise(part, PageSegmentation.SingleBlock, Dpi));
        }
    }

    private List<Word> ReadCell(RepairedPage page, PixelBox cell)
    {
        var inset = (int)Math.Ceiling(0.9 * page.PixelsPerPoint);
        var inside = new PixelBox(cell.X + inset, cell.Y + inset, cell.Width - 2 * inset, cell.Height - 2 * inset);
        if (inside.Width < 8 || inside.Height < 8 || PixImage.Clip(page.Grey, inside.X, inside.Y, inside.Width, inside.Height) is not { } crop)
            return [];
        using (crop)
        using (var framed = PixImage.Checked(Leptonica.pixAddBorderGeneral(crop, 12, 12, 12, 12, 255), "pixAddBorderGeneral"))
            return OcrWords.Of(engine.Value.Recognise(framed, PageSegmentation.SingleBlock, Dpi), inside.X - 12, inside.Y - 12, page.PixelsPerPoint);
    }

    private List<Word> ReadRunningText(RepairedPage page, Pix mask, Pix ink, IReadOnlyList<PixelBox> cells)
    {
        using var grey = PixImage.Checked(Leptonica.pixCopy(0, page.Grey), "pixCopy");
        var margin = (int)(TableMargin * page.PixelsPerPoint);
        foreach (var cell in cells)
        {
            var around = new PixelBox(cell.X - margin, cell.Y - margin, cell.Width + 2 * margin, cell.Height + 2 * margin);
            PixelPaint.White(grey, around);
            PixelPaint.Erase(ink, around);
        }

        PixelPaint.White(grey, mask);
        if (TextArea.Find(ink, page.PixelsPerPoint) is not { } area || PixImage.Clip(grey, area.X, area.Y, area.Width, area.Height) is not { } part)
            return [];
        using (part)
            return OcrWords.Of(engine.Value.Recognise(part, PageSegmentation.SingleBlock, Dpi), area.X, area.Y, page.PixelsPerPoint);
    }
}
