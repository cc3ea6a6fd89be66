using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>
/// Gives characters of Type 3 fonts the boxes of other fonts. Poppler derives their size from an average width, so that
/// boxes are up to twice too tall; their advance widths and the origins of their glyphs are right.
/// </summary>
internal static class TypeThreeBoxes
{
    /// <summary>Parts of an em above and below the baseline, as Han fonts have them.</summary>
    private const double Ascent = 0.88;
    private const double Descent = 0.12;

    /// <summary>Width of a digit in em, between 0.5 (Song faces) and 0.6 (Hei faces).</summary>
    private const double DigitWidth = 0.55;

    /// <summary>Points.</summary>
    private const double SameHeight = 0.05;

    internal static IReadOnlyList<PageCharacter> Repair(IReadOnlyList<PageCharacter> characters, IReadOnlyList<DrawnGlyph> glyphs)
    {
        if (!characters.Any(IsTypeThree))
            return characters;
        var ordered = glyphs.OrderBy(glyph => glyph.Y).ToArray();
        var baselines = Baselines(characters, ordered);
        var sizes = LineSizes(characters, baselines);
        return [.. characters.Select((character, index) => IsTypeThree(character) && baselines[index] is { } baseline
            ? Resize(character, baseline, sizes.GetValueOrDefault(Key(baseline)))
            : character)];
    }

    /// <summary>A glyph of several characters (two dashes drawn as one stroke) has its origin at the first of them; the others stand on its line.</summary>
    private static double?[] Baselines(IReadOnlyList<PageCharacter> characters, DrawnGlyph[] ordered)
    {
        var baselines = new double?[characters.Count];
        for (var index = 0; index < characters.Count; index++)
        {
            baselines[index] = GlyphIndex.Lowest(ordered, characters[index].Box)?.Y;
            if (index > 0 && baselines[index - 1] is { } before && GoesOn(characters[index - 1].Box, characters[index].Box))
                baselines[index] = Math.Max(before, baselines[index] ?? before);
        }

        return baselines;
    }

    /// <summary>The two are as high as each other, at the same height, and touch.</summary>
    private static bool GoesOn(Box left, Box right) => Math.Abs(left.Y - right.Y) < SameHeight && Math.Abs(left.Height - right.Height) < SameHeight
        && right.X > left.X && right.X - left.Right < right.Width / 2;

    /// <summary>Fonts embedded as Type 3 have no name.</summary>
    private static bool IsTypeThree(PageCharacter character) => character.FontName.Length == 0;

    private static int Key(double baseline) => (int)Math.Round(baseline);

    /// <summary>The median advance of the Han characters on a baseline.</summary>
    private static Dictionary<int, double> LineSizes(IReadOnlyList<PageCharacter> characters, double?[] baselines) =>
        characters.Select((character, index) => (character, Baseline: baselines[index]))
            .Where(pair => pair.Baseline is not null && pair.character.Rune.Value is >= 0x4E00 and < 0xA000)
            .GroupBy(pair => Key(pair.Baseline!.Value))
            .ToDictionary(line => line.Key, line => line.Select(pair => pair.character.Box.Width).Order().ElementAt(line.Count() / 2));

    private static PageCharacter Resize(PageCharacter character, double baseline, double lineSize)
    {
        var size = character.Rune.Value is >= 0x4E00 and < 0xA000 ? character.Box.Width
            : lineSize > 0 ? lineSize
            : character.Rune.Value is >= '0' and <= '9' ? character.Box.Width / DigitWidth
            : Math.Min(character.Box.Height, 2 * character.Box.Width);
        return character with
        {
            FontSize = size,
            Box = character.Box with { Y = baseline - Ascent * size, Height = (Ascent + Descent) * size },
        };
    }
}
