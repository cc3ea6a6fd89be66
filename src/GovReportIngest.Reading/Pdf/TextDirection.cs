using System.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>
/// Tells which way each character of a text layer runs, by where its glyph has its origin, the left end of its baseline: on
/// the edge of the box where the character begins. The next glyph of a word has its origin on the edge where it ends, so that
/// only the last character of a word says which of both ways it is; the others go with the nearest that does.
/// </summary>
internal static class TextDirection
{
    /// <summary>Points; advance widths, and with them the edges along the text, are exact in all kinds of fonts.</summary>
    private const double OnEdge = 0.4;

    /// <summary>Fewer characters of a direction than this are found by chance where texts are drawn over each other.</summary>
    private const int FewestTurned = 4;

    /// <summary>Of several characters of one glyph (ligatures) the last seems to run the other way; such are few beside the others.</summary>
    private const int FewAgainst = 4;

    private static readonly int[] Quarters = [0, 90, 180, 270];

    /// <summary>For each character the degrees by which it has to be turned clockwise to stand upright.</summary>
    internal static IReadOnlyList<int> Of(IReadOnlyList<PageCharacter> characters, IReadOnlyList<DrawnGlyph> glyphs)
    {
        var ordered = glyphs.OrderBy(glyph => glyph.Y).ToArray();
        var possible = characters.Select(character => Rune.IsWhiteSpace(character.Rune) ? [] : Possible(character.Box, ordered)).ToList();
        var sure = Quarters.Where(turn => IsSure(turn, possible)).ToHashSet();
        if (sure.All(turn => turn == 0))
            return new int[characters.Count];
        var known = Enumerable.Range(0, characters.Count).Where(index => possible[index].Count == 1 && sure.Contains(possible[index][0]))
            .Select(index => (characters[index].Box, Turn: possible[index][0])).ToList();
        return [.. characters.Select((character, index) => possible[index] is [var only] && sure.Contains(only) ? only
            : Nearest(character.Box, [.. known.Where(other => possible[index].Contains(other.Turn))]) ?? Nearest(character.Box, known)!.Value)];
    }

    /// <summary>The glyph whose origin lies where an upright character begins; null where none is drawn there.</summary>
    internal static DrawnGlyph? Origin(Box upright, IEnumerable<DrawnGlyph> glyphs) =>
        glyphs.Where(glyph => BeginsAt(upright, glyph.X, glyph.Y)).Cast<DrawnGlyph?>().FirstOrDefault();

    private static bool IsSure(int turn, List<List<int>> possible)
    {
        int Sure(int way) => possible.Count(ways => ways is [var only] && only == way);
        return Sure(turn) > Sure((turn + 180) % 360) / FewAgainst && possible.Count(ways => ways.Contains(turn)) >= FewestTurned;
    }

    private static List<int> Possible(Box box, DrawnGlyph[] glyphs)
    {
        var found = new List<int>();
        for (var index = GlyphIndex.First(glyphs, box.Bottom + OnEdge) - 1; index >= 0 && glyphs[index].Y >= box.Y - OnEdge; index--)
            foreach (var turn in Quarters)
                if (!found.Contains(turn) && IsOrigin(box, glyphs[index], turn))
                    found.Add(turn);
        return found;
    }

    private static bool IsOrigin(Box box, DrawnGlyph glyph, int turn)
    {
        var quarter = new QuarterTurn(turn, 0, 0);
        var (x, y) = quarter.Of(glyph.X, glyph.Y);
        return BeginsAt(quarter.Of(box), x, y);
    }

    private static bool BeginsAt(Box upright, double x, double y) =>
        Math.Abs(x - upright.X) <= OnEdge && y > upright.Y - OnEdge && y < upright.Bottom + OnEdge;

    private static int? Nearest(Box box, IReadOnlyList<(Box Box, int Turn)> known) => known.Count == 0 ? null
        : known.MinBy(other => Math.Abs(other.Box.CentreX - box.CentreX) + Math.Abs(other.Box.CentreY - box.CentreY)).Turn;
}
