using System.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Characters that run up, down or upside down, as the characters of a page on which they stand upright.</summary>
internal static class TurnedCharacters
{
    /// <summary>Characters of one line stand on one baseline, give or take this share of their height.</summary>
    private const double SameLine = 0.25;

    /// <summary>
    /// Line by line, each from left to right: Poppler's own order of turned text is no reading order. White space is left out;
    /// words come apart by their gaps.
    /// </summary>
    internal static IReadOnlyList<PageCharacter> Upright(IEnumerable<PageCharacter> characters, IReadOnlyList<DrawnGlyph> glyphs, QuarterTurn turn)
    {
        var ordered = glyphs.OrderBy(glyph => glyph.Y).ToArray();
        var upright = characters.Where(character => !Rune.IsWhiteSpace(character.Rune))
            .Select(character => OnBaseline(character with { Box = turn.Of(character.Box) }, ordered))
            .OrderBy(placed => placed.Baseline).ThenBy(placed => placed.Character.Box.X).ToList();
        var lines = new List<List<PageCharacter>>();
        var reached = double.MinValue;
        foreach (var (character, baseline) in upright)
        {
            if (baseline - reached > SameLine * character.Box.Height)
                lines.Add([]);
            lines[^1].Add(character);
            reached = baseline;
        }

        return [.. lines.SelectMany(line => line.OrderBy(character => character.Box.X))];
    }

    /// <summary>Poppler puts boxes of turned Type 3 characters on the wrong side of their baseline.</summary>
    private static (PageCharacter Character, double Baseline) OnBaseline(PageCharacter character, DrawnGlyph[] ordered)
    {
        var box = character.Box;
        var near = ordered.AsEnumerable().Skip(GlyphIndex.First(ordered, box.Y - 1)).TakeWhile(glyph => glyph.Y <= box.Bottom + 1);
        if (TextDirection.Origin(box, near) is not { } origin)
            return (character, box.Bottom);
        return origin.Y >= box.CentreY ? (character, origin.Y)
            : (character with { Box = Box.FromEdges(box.X, 2 * origin.Y - box.Bottom, box.Right, 2 * origin.Y - box.Y) }, origin.Y);
    }
}
