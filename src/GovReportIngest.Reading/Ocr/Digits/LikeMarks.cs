namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// Placeholders of one page are one sign of one font: those of one shape and size speak for each other, as digits do by the
/// votes of like glyphs. Dirt does not come in one size over many cells.
/// </summary>
internal static class LikeMarks
{
    private const int Fewest = 6;

    /// <summary>Marks of one sign differ by a pixel at each edge of a scan at 300 dots per inch, points.</summary>
    private const double Edges = 0.5;
    private const double Share = 0.15;

    /// <summary>Said of one of many that look alike with this confidence, another name is no slip.</summary>
    private const double SureOfAnother = 0.9;

    /// <summary>
    /// For each cell with a mark what the model says of it, or, as two readings of one sign, of the two surest of many that look alike;
    /// null for the others.
    /// </summary>
    public static IReadOnlyList<ModelReading?> Surest(IReadOnlyList<AskedCell> cells)
    {
        var marks = cells.Where(cell => cell.Mark is not null && !CellDoubts.IsDirty(cell.Ink)).ToList();
        return [.. cells.Select(cell => cell.Mark is null ? null : Surest(cell, [.. marks.Where(other => AreAlike(cell, other))]))];
    }

    private static ModelReading? Surest(AskedCell cell, IReadOnlyList<AskedCell> alike)
    {
        var own = cell.Texts.Model;
        if (alike.Count < Fewest || CellDoubts.IsDirty(cell.Ink) || own is null)
            return own;
        var all = alike.Select(other => other.Texts.Model).OfType<ModelReading>().ToList();
        if (all.Exists(model => model.Text != own.Text && model.Confidence >= SureOfAnother))
            return own;
        return all.Where(model => model.Text == own.Text).OrderByDescending(model => model.Confidence).ToList() is [var first, var second, ..]
            ? first with { Confidence = 1 - (1 - first.Confidence) * (1 - second.Confidence) } : own;
    }

    private static bool AreAlike(AskedCell one, AskedCell other) => one.Mark == other.Mark
        && AreAlike(one.Ink.Extent.Width, other.Ink.Extent.Width, one.Ink.Scale) && AreAlike(one.Ink.Extent.Height, other.Ink.Extent.Height, one.Ink.Scale);

    private static bool AreAlike(int one, int other, double scale) => Math.Abs(one - other) <= Math.Max(Edges * scale, Share * Math.Max(one, other));
}
