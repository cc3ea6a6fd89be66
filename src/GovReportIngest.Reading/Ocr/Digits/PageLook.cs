namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>What the cells of a page say about one another: how high its digits are, and whether it reads well.</summary>
internal sealed record PageLook(TypicalHeights Heights, bool IsPoor)
{
    /// <summary>Where the readers of more numbers than this share do not all say the same, the page is poor.</summary>
    private const double Poor = 0.1;

    /// <summary>A few numbers prove little: as if so many more were there, of which one is disputed.</summary>
    private const int Prior = 10;

    public static PageLook Of(IReadOnlyList<AskedCell> cells)
    {
        // Montages know digits only: what they make of 无 says nothing about the page.
        var numbers = cells.Where(cell => cell.Mark is null && cell.Texts.All.Count > 0 && cell.Texts.Model is not { Text: "无" }).ToList();
        return new(TypicalHeights.Of([.. cells.Select(cell => cell.Ink)]), (numbers.Count(cell => cell.Texts.All.Count > 1) + 1.0) / (numbers.Count + Prior) > Poor);
    }
}
