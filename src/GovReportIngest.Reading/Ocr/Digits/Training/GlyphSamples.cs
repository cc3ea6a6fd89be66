using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>A glyph as the reader will see it, and the index of its class in <see cref="DigitModel.Classes"/>.</summary>
internal readonly record struct GlyphSample(float[] Features, int Class);

/// <summary>Cuts the glyphs out of drawn sheets with the reader's own segmentation, so that training sees what reading sees.</summary>
internal static class GlyphSamples
{
    private const int Other = 13;

    // Shapes that stand in number cells or are stamped over them, but are none of the classes.
    private static readonly string[] Others = ["万", "元", "件", "个", "公", "开", "日", "月", "合", "计", "省", "政", "A", "K", "M", "N", "W", "X", "%", "#", "*", "(", ")", "+", "=", "条", "章", "宗"];

    public static IEnumerable<GlyphSample> Of(CellSheet sheet)
    {
        foreach (var cell in sheet.Cells)
        {
            var ink = CellReader.InkOf(sheet.Page, cell.Request.Box, CellSheet.PixelsPerPoint);
            var printed = cell.Printed.Replace(".", "", StringComparison.Ordinal).Replace('—', '-');
            if (ink.Characters.Count == printed.Length)
                for (var i = 0; i < printed.Length; i++)
                    yield return new(DigitModel.Features(sheet.Page, ink.Characters[i], ink.Black, ink.White), ClassOf(printed[i]));
            // A hyphen is small enough to count as a dot.
            if (ink.Characters.Count == 0 && printed == "-" && ink.Dots.Count == 1)
                yield return new(DigitModel.Features(sheet.Page, ink.Dots[0], ink.Black, ink.White), ClassOf('-'));
            for (var i = 0; i + 1 < ink.Characters.Count; i++)
                // Two digits cut out as one are no digit.
                if (i % 3 == 0 && !Marks.IsDash(ink.Characters[i]) && !Marks.IsDash(ink.Characters[i + 1]))
                    yield return new(DigitModel.Features(sheet.Page, ink.Characters[i].With(ink.Characters[i + 1]), ink.Black, ink.White), Other);
        }
    }

    /// <summary>A sheet whose cells hold one character that is no digit each.</summary>
    public static IEnumerable<GlyphSample> OfOthers(string face, ScanCondition condition, int seed)
    {
        var random = new Random(seed);
        var cells = CellSheet.Draw(face, false, condition, seed).Cells
            .Select(cell => cell with { Printed = Others[random.Next(Others.Length)] }).ToList();
        var page = SheetScan.Of(SheetDrawing.Draw(face, false, condition, cells, random), condition, random);
        foreach (var cell in cells)
        {
            var ink = CellReader.InkOf(page, cell.Request.Box, CellSheet.PixelsPerPoint);
            if (ink.Characters.Count == 1)
                yield return new(DigitModel.Features(page, ink.Characters[0], ink.Black, ink.White), Other);
        }
    }

    private static int ClassOf(char printed) => DigitModel.Classes.IndexOf(printed, StringComparison.Ordinal) is >= 0 and var known ? known : Other;
}
