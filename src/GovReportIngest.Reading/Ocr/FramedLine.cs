using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Recognises one line of text. The engine looks for rules and pictures even in a single line: it takes a bold 一 for a rule, and
/// drops what is left of a short heading as no text. Such a line is read once more without that search. As it finds characters in
/// dirt and in pieces of rules, too, only several characters read well count. One or two characters alone, which it drops as well,
/// are read once more twice on a line.
/// </summary>
internal static class FramedLine
{
    /// <summary>What the engine is told of every line.</summary>
    public const int Dpi = 300;

    /// <summary>Lines are read once more only so high (points), and what they say counts where the engine is so sure of it (0–100).</summary>
    private const double Lowest = 5;
    private const float Sure = 90;

    /// <summary>A line of several characters is so many times as wide as high, a single one this share at least.</summary>
    private const double LineRatio = 2;
    private const double LoneRatio = 0.7;

    /// <param name="framed">8 bits a pixel, with a white border.</param>
    /// <param name="border">Width of the border, pixels.</param>
    /// <returns>From left to right; empty where there is no text.</returns>
    public static List<OcrSymbol> Recognise(TesseractEngine engine, Pix framed, int border, double pixelsPerPoint)
    {
        var symbols = engine.Recognise(framed, PageSegmentation.SingleLine, Dpi);
        var (width, height) = (framed.Width - 2 * border, framed.Height - 2 * border);
        if (symbols.Count > 0 || height < Lowest * pixelsPerPoint || width < LoneRatio * height)
            return symbols;
        var again = width < LineRatio * height ? BesideItself(engine, framed, border) : engine.Recognise(framed, PageSegmentation.RawLine, Dpi) is { Count: > 1 } raw ? raw : [];
        return again.Count > 0 && again.Average(symbol => symbol.Confidence) >= Sure ? again : [];
    }

    /// <summary>What is read in the first place where the line stands twice, if it is the same in both.</summary>
    private static List<OcrSymbol> BesideItself(TesseractEngine engine, Pix framed, int border)
    {
        const int Source = 0xc;
        var step = framed.Width - border;
        using var twice = PixImage.Checked(Leptonica.pixCreate(framed.Width + step, framed.Height, 8), "pixCreate");
        foreach (var x in new[] { 0, step })
            _ = Leptonica.pixRasterop(twice, x, 0, framed.Width, framed.Height, Source, framed, 0, 0);
        var symbols = engine.Recognise(twice, PageSegmentation.SingleLine, Dpi);
        var half = symbols.Take(symbols.Count / 2).Select(symbol => symbol with { Right = Math.Min(symbol.Right, step) }).ToList();
        return symbols.Count % 2 == 0 && half.Zip(symbols.Skip(half.Count)).All(pair => pair.First.Text == pair.Second.Text) ? half : [];
    }
}
