using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>Makes words of Tesseract's symbols, in points of the layout frame.</summary>
internal static class OcrWords
{
    /// <param name="offsetX">Of the recognised crop on the page, pixels.</param>
    public static List<Word> Of(IReadOnlyList<OcrSymbol> symbols, int offsetX, int offsetY, double pixelsPerPoint)
    {
        var words = new List<Word>();
        var run = new List<OcrSymbol>();
        foreach (var symbol in symbols.Where(symbol => symbol.Text.Trim().Length > 0))
        {
            if (run.Count > 0 && (symbol.StartsWord || symbol.StartsLine))
                Close(words, run, offsetX, offsetY, pixelsPerPoint);
            run.Add(symbol);
        }

        Close(words, run, offsetX, offsetY, pixelsPerPoint);
        return words;
    }

    private static void Close(List<Word> words, List<OcrSymbol> run, int offsetX, int offsetY, double scale)
    {
        if (run.Count == 0)
            return;
        var edges = new List<double>();
        foreach (var symbol in run)
        {
            // A symbol of several code points shares its width among them.
            var runes = symbol.Text.EnumerateRunes().Count();
            for (var i = 0; i < runes; i++)
                edges.Add((offsetX + symbol.Left + (double)(symbol.Right - symbol.Left) * i / runes) / scale);
        }

        edges.Add((offsetX + run[^1].Right) / scale);
        for (var i = 1; i < edges.Count; i++)
            edges[i] = Math.Max(edges[i], edges[i - 1]);
        var box = Box.FromEdges(
            (offsetX + run.Min(symbol => symbol.Left)) / scale, (offsetY + run.Min(symbol => symbol.Top)) / scale,
            (offsetX + run.Max(symbol => symbol.Right)) / scale, (offsetY + run.Max(symbol => symbol.Bottom)) / scale);
        words.Add(new()
        {
            Text = string.Concat(run.Select(symbol => symbol.Text)),
            Box = box,
            Edges = edges,
            Confidence = Math.Round(run.Min(symbol => symbol.Confidence), 1),
        });
        run.Clear();
    }
}
