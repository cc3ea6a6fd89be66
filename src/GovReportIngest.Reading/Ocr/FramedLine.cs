using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Recognises one line of text. The engine looks for rules and pictures even in a single line: it takes a bold 一 for a rule, and
/// drops what is left of a short heading as no text. Such a line is read once more without that search. As it finds characters in
/// dirt and in pieces of rules, too, only several characters read well count.
/// </summary>
internal static class FramedLine
{
    /// <summary>What the engine is told of every line.</summary>
    public const int Dpi = 300;

    /// <summary>Lines are read without a search for text only so high (points), so many times as wide as high, and so sure of (0–100).</summary>
    private const double LowestRaw = 5;
    private const double RawRatio = 2;
    private const float SureRaw = 90;

    /// <param name="framed">8 bits a pixel, with a white border.</param>
    /// <param name="border">Width of the border, pixels.</param>
    /// <returns>From left to right; empty where there is no text.</returns>
    public static List<OcrSymbol> Recognise(TesseractEngine engine, Pix framed, int border, double pixelsPerPoint)
    {
        var symbols = engine.Recognise(framed, PageSegmentation.SingleLine, Dpi);
        var (width, height) = (framed.Width - 2 * border, framed.Height - 2 * border);
        if (symbols.Count > 0 || height < LowestRaw * pixelsPerPoint || width < RawRatio * height)
            return symbols;
        var raw = engine.Recognise(framed, PageSegmentation.RawLine, Dpi);
        return raw.Count > 1 && raw.Average(symbol => symbol.Confidence) >= SureRaw ? raw : [];
    }
}
