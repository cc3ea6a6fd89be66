namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>A glyph as the reader will see it, and the index of its class in <see cref="DigitModel.Classes"/>.</summary>
internal readonly record struct GlyphSample(float[] Features, int Class);

/// <summary>Cuts the glyphs out of drawn sheets with the reader's own segmentation, so that training sees what reading sees.</summary>
internal static class GlyphSamples
{
    private const int Other = 13;

    /// <summary>One of so many glyphs is also shown joined to its neighbour and cut in two: neither is a digit.</summary>
    private const int Spoilt = 4;

    // Shapes that stand in number cells or are stamped over them, but are none of the classes.
    private static readonly string[] Others = ["万", "元", "件", "个", "公", "开", "日", "月", "合", "计", "省", "政", "A", "K", "M", "N", "W", "X", "%", "#", "*", "(", ")", "+", "=", "条", "章", "宗"];

    public static IEnumerable<GlyphSample> Of(CellSheet sheet)
    {
        foreach (var cell in sheet.Cells)
            foreach (var sample in Of(NumberInk.Of(sheet.Page, cell.Request.Box, CellSheet.PixelsPerPoint), SheetText.Plain(cell.Printed)))
                yield return sample;
    }

    /// <param name="ink">Of one cell.</param>
    /// <param name="plain">What is printed there.</param>
    public static IEnumerable<GlyphSample> Of(NumberInk ink, string plain)
    {
        var printed = plain.Replace(".", "", StringComparison.Ordinal);
        // A hyphen is small enough to count as a dot.
        var glyphs = ink.Characters.Count == 0 ? ink.Dots : ink.Characters;
        var text = glyphs.Count > 0 && printed is ['-', _, ..] && !Marks.IsDash(glyphs[0], ink.Scale) ? printed[1..] : printed;
        if (Part(ink, glyphs, text.Length) is not { } parts)
            yield break;
        for (var i = 0; i < text.Length; i++)
            yield return new(DigitModel.Features(ink, parts[i]), ClassOf(text[i]));
        foreach (var spoilt in SpoiltOf(ink, parts))
            yield return new(DigitModel.Features(ink, spoilt), Other);
    }

    /// <summary>A sheet whose cells hold one character that is no digit each.</summary>
    public static IEnumerable<GlyphSample> OfOthers(string face, ScanCondition condition, int seed)
    {
        var sheet = CellSheet.Draw(face, false, condition, seed, (random, _) => Others[random.Next(Others.Length)]);
        foreach (var cell in sheet.Cells)
        {
            var ink = NumberInk.Of(sheet.Page, cell.Request.Box, CellSheet.PixelsPerPoint);
            if (ink.Characters.Count == 1)
                yield return new(DigitModel.Features(ink, ink.Characters[0]), Other);
        }
    }

    /// <summary>As many glyphs as were printed: wide ones are taken as digits that touch. Null where that does not come out even.</summary>
    private static List<Blob>? Part(NumberInk ink, IReadOnlyList<Blob> glyphs, int count)
    {
        if (glyphs.Count == count)
            return [.. glyphs];
        if (glyphs.Count == 0 || glyphs.Count > count)
            return null;
        var height = glyphs.Max(blob => blob.Height);
        for (var pitch = 0.5; pitch < 0.95; pitch += 0.05)
        {
            var counts = glyphs.Select(blob => Marks.IsDash(blob, ink.Scale) ? 1 : Math.Max(1, (int)Math.Round(blob.Width / (pitch * height)))).ToList();
            if (counts.Sum() != count)
                continue;
            var parts = glyphs.Zip(counts, (blob, many) => many == 1 ? [blob] : GlyphParting.Part(ink.Image, blob, many, ink.Threshold)).SelectMany(part => part).ToList();
            if (parts.Count == count)
                return parts;
        }

        return null;
    }

    private static IEnumerable<Blob> SpoiltOf(NumberInk ink, List<Blob> glyphs)
    {
        for (var i = 0; i < glyphs.Count; i++)
        {
            if ((glyphs[i].Left + glyphs[i].Top) % Spoilt != 0 || Marks.IsDash(glyphs[i], ink.Scale))
                continue;
            if (i + 1 < glyphs.Count && !Marks.IsDash(glyphs[i + 1], ink.Scale))
                yield return glyphs[i].With(glyphs[i + 1]);
            if (glyphs[i].Width > 0.45 * glyphs[i].Height)
                foreach (var half in GlyphParting.Part(ink.Image, glyphs[i], 2, ink.Threshold))
                    yield return half;
        }
    }

    private static int ClassOf(char printed) => DigitModel.Classes.IndexOf(printed, StringComparison.Ordinal) is >= 0 and var known ? known : Other;
}
