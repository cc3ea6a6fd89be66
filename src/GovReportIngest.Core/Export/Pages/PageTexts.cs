using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Export.Pages;

/// <summary>Takes the words of pages as a reader gives them to where they stand on the source pages; halves of a spread are one page again.</summary>
public static class PageTexts
{
    public static IReadOnlyList<PageText> Of(IReadOnlyList<ReadPage> pages) =>
        [.. pages.Where(page => page is { Width: > 0, Height: > 0 }).GroupBy(page => page.SourcePage).OrderBy(sheet => sheet.Key).Select(sheet => new PageText(
            sheet.Key, Round(sheet.First().Width), Round(sheet.First().Height), sheet.First().Rotation, sheet.Any(page => page.Reading is PageReading.Ocr),
            [.. sheet.OrderBy(page => page.Number).SelectMany(page => page.Turned.Prepend(page)).SelectMany(LinesOf)]))];

    private static IEnumerable<TextLine> LinesOf(ReadPage page) => LineBuilder.Build(page.Words, page.Number, page.Frame).Select(line => new TextLine(
        [.. line.Words.Select((word, index) => WordOf(page.Frame, word, index + 1 < line.Words.Count && !line.HasSpaceBefore(index + 1)))]));

    private static TextWord WordOf(PageFrame frame, Word word, bool joinsNext)
    {
        var (start, end, above) = (At(frame, word.Box.X, word.Box.Bottom), At(frame, word.Box.Right, word.Box.Bottom), At(frame, word.Box.X, word.Box.Y));
        return new(word.Text, start, end, Round(Math.Sqrt((above.X - start.X) * (above.X - start.X) + (above.Y - start.Y) * (above.Y - start.Y))),
            Math.Round(word.Confidence / 100, 2), joinsNext);
    }

    private static PagePoint At(PageFrame frame, double x, double y) => frame.ToSource(x, y) is var (sourceX, sourceY) ? new(Round(sourceX), Round(sourceY)) : default;

    private static double Round(double value) => Math.Round(value, 1);
}
