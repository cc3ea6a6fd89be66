namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// The glyphs of a page's cells in groups of like shape, and what the montages read in each group: the same digit of one face
/// looks the same all over a page, so a group that was read alike several times names all of its members.
/// </summary>
internal sealed class GlyphVotes
{
    /// <summary>Share of a group's readings that its name needs, and how many there must be.</summary>
    private const double Share = 0.8;
    private const int Least = 3;

    private readonly GlyphClusters clusters = new();
    private readonly Dictionary<int, int[]> glyphs = [];
    private readonly Dictionary<(int Cluster, char Digit), int> counts = [];
    private readonly Dictionary<int, int> asked = [];

    public void Add(int cell, NumberInk ink, IReadOnlyList<Blob> shapes) =>
        glyphs[cell] = [.. shapes.Select(shape => clusters.Add(ink, shape))];

    /// <summary>A group of this cell was in fewer than so many montages; counts the cell as asked if so.</summary>
    public bool Needs(int cell, int readings)
    {
        if (glyphs[cell].All(glyph => asked.GetValueOrDefault(glyph) >= readings))
            return false;
        foreach (var glyph in glyphs[cell])
            asked[glyph] = asked.GetValueOrDefault(glyph) + 1;
        return true;
    }

    /// <summary>Readings with another number of characters than the cell has glyphs cannot be told apart and do not count.</summary>
    public void Count(int cell, string text)
    {
        if (text.Length == glyphs[cell].Length)
            for (var k = 0; k < text.Length; k++)
                counts[(glyphs[cell][k], text[k])] = counts.GetValueOrDefault((glyphs[cell][k], text[k])) + 1;
    }

    /// <summary>The text by the groups of its glyphs; null where one has no clear name.</summary>
    public string? TextOf(int cell)
    {
        var text = new char[glyphs[cell].Length];
        for (var k = 0; k < text.Length; k++)
            if (NameOf(glyphs[cell][k]) is { } digit)
                text[k] = digit;
            else
                return null;
        return new(text);
    }

    private char? NameOf(int cluster)
    {
        var (best, most, all) = ('?', 0, 0);
        for (var digit = '0'; digit <= '9'; digit++)
            if (counts.GetValueOrDefault((cluster, digit)) is var count and > 0)
                (best, most, all) = count > most ? (digit, count, all + count) : (best, most, all + count);
        return all >= Least && most >= Share * all ? best : null;
    }
}
