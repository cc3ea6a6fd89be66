using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>Cuts a word where a column border runs through it, by the middles of its characters.</summary>
internal static class WordParts
{
    public static IEnumerable<Word> Cut(Word word, IReadOnlyList<double> borders)
    {
        var runes = word.Text.EnumerateRunes().ToList();
        if (runes.Count < 2 || word.Edges.Count != runes.Count + 1 || !borders.Any(x => x > word.Box.X + 1 && x < word.Box.Right - 1))
            return [word];
        var parts = new List<Word>();
        var start = 0;
        for (var i = 1; i <= runes.Count; i++)
            if (i == runes.Count || Slot(borders, Middle(word, i)) != Slot(borders, Middle(word, start)))
            {
                parts.Add(Part(word, runes, start, i));
                start = i;
            }

        return parts;
    }

    private static double Middle(Word word, int index) => (word.Edges[index] + word.Edges[index + 1]) / 2;

    private static int Slot(IReadOnlyList<double> borders, double x) => borders.Count(border => border <= x);

    private static Word Part(Word word, List<System.Text.Rune> runes, int start, int end) => word with
    {
        Text = string.Concat(runes.Skip(start).Take(end - start)),
        Box = Box.FromEdges(word.Edges[start], word.Box.Y, word.Edges[end], word.Box.Bottom),
        Edges = [.. word.Edges.Skip(start).Take(end - start + 1)],
    };
}
