namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Puts the pieces of broken strokes together to characters.</summary>
internal static class StrokePieces
{
    /// <summary>No digit is higher, points.</summary>
    private const double HighestDigit = 10;

    /// <summary>From left to right.</summary>
    public static List<Blob> Join(IEnumerable<Blob> blobs, double scale)
    {
        var joined = blobs.OrderBy(blob => blob.Left).ThenBy(blob => blob.Top).ToList();
        var highest = joined.Count == 0 ? 0 : joined.Max(blob => blob.Height);
        for (var i = 0; i < joined.Count; i++)
        {
            var j = joined.FindIndex(i + 1, other => AreOne(joined[i], other, highest, scale));
            if (j < 0)
                continue;
            joined[i] = joined[i].With(joined[j]);
            joined.RemoveAt(j);
            highest = Math.Max(highest, joined[i].Height);
            i = -1;
        }

        return [.. joined.OrderBy(blob => blob.Left).ThenBy(blob => blob.Top)];
    }

    /// <summary>Pieces of a broken stroke lie close over one another, or side by side with one of them clearly too short.</summary>
    private static bool AreOne(Blob a, Blob b, int highest, double scale)
    {
        var common = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
        var apart = Math.Max(a.Top, b.Top) - Math.Min(a.Bottom, b.Bottom);
        var together = a.With(b);
        if (together.Height > HighestDigit * scale)
            return false;
        if (common > 0.4 * Math.Min(a.Width, b.Width))
            return apart <= 0.3 * together.Height && !IsDust(a, b, apart) && !IsDust(b, a, apart);
        var lower = Math.Min(a.Height, b.Height);
        return lower < 0.85 * highest && lower > 0.3 * highest && together.Width <= 0.8 * highest && -common <= 0.12 * highest;
    }

    /// <summary>A speck over or under a whole character.</summary>
    private static bool IsDust(Blob speck, Blob character, int apart) =>
        apart > 0 && speck.Pixels < 0.05 * character.Pixels && Math.Max(speck.Width, speck.Height) < 0.2 * character.Height;
}
