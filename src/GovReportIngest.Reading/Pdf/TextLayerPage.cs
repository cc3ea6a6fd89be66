using System.Text;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Pdf;

/// <summary>
/// Makes a page of its text layer and drawing. A page on which all text runs one way is turned as a whole; where text of
/// several directions stands on a page, the page stays as it is and what runs another way makes parts of it.
/// </summary>
internal static class TextLayerPage
{
    internal static ReadPage Of(
        int number, (double Width, double Height) size, string why, IReadOnlyList<PageCharacter> characters, PageDrawing drawing)
    {
        var turns = TextDirection.Of(characters, drawing.Glyphs);
        var ways = turns.Where((_, index) => !Rune.IsWhiteSpace(characters[index].Rune)).Distinct().Order().ToList();
        var whole = new QuarterTurn(ways.Count == 1 ? ways[0] : 0, size.Width, size.Height);
        var rulings = VectorRulings.Find(drawing.Pieces);
        var page = new ReadPage
        {
            Number = number,
            SourcePage = number,
            Width = whole.Size.Width,
            Height = whole.Size.Height,
            Rotation = whole.Degrees,
            Reading = PageReading.TextLayer,
            Why = why,
        };
        if (ways.Count <= 1)
            return page with { Words = WordsOf(characters, drawing.Glyphs, whole), Rulings = [.. rulings.Select(whole.Of)] };
        var directions = RulingsByTurn(rulings, characters, turns);
        return Part(page, 0) with { Turned = [.. ways.Where(way => way != 0).Select(way => Part(page, way))] };

        ReadPage Part(ReadPage of, int degrees)
        {
            var turn = new QuarterTurn(degrees, size.Width, size.Height);
            return of with
            {
                Width = turn.Size.Width,
                Height = turn.Size.Height,
                Turn = degrees,
                Frame = turn.Back,
                Words = WordsOf([.. characters.Where((_, index) => turns[index] == degrees)], drawing.Glyphs, turn),
                Rulings = [.. directions.GetValueOrDefault(degrees, []).Select(turn.Of)],
            };
        }
    }

    private static IReadOnlyList<Word> WordsOf(IReadOnlyList<PageCharacter> characters, IReadOnlyList<DrawnGlyph> glyphs, QuarterTurn turn)
    {
        if (turn.Degrees == 0)
            return Words(characters, glyphs);
        IReadOnlyList<DrawnGlyph> turned = [.. glyphs.Select(glyph => turn.Of(glyph.X, glyph.Y) is var (x, y) ? glyph with { X = x, Y = y } : glyph)];
        return Words(TurnedCharacters.Upright(characters, turned, turn), turned);
    }

    private static IReadOnlyList<Word> Words(IReadOnlyList<PageCharacter> characters, IReadOnlyList<DrawnGlyph> glyphs) =>
        WordCutter.Cut(TypeThreeBoxes.Repair(AdvanceWidths.Repair(characters), glyphs));

    /// <summary>Rules that meet belong to the text that most of the characters between them are of; those around none are the page's.</summary>
    private static Dictionary<int, List<Ruling>> RulingsByTurn(
        IReadOnlyList<Ruling> rulings, IReadOnlyList<PageCharacter> characters, IReadOnlyList<int> turns)
    {
        var byTurn = new Dictionary<int, List<Ruling>>();
        foreach (var group in RulingGroups.Of(rulings))
        {
            var area = RulingGroups.Around(group);
            var turn = characters.Select((character, index) => (character, Turn: turns[index]))
                .Where(pair => !Rune.IsWhiteSpace(pair.character.Rune) && area.Contains(pair.character.Box.CentreX, pair.character.Box.CentreY))
                .CountBy(pair => pair.Turn).OrderByDescending(way => way.Value).ThenBy(way => way.Key).FirstOrDefault().Key;
            byTurn.TryAdd(turn, []);
            byTurn[turn].AddRange(group);
        }

        return byTurn;
    }
}
