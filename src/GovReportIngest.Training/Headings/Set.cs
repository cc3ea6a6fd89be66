using GovReportIngest.Core.Document;

namespace GovReportIngest.Training.Headings;

/// <summary>Setting type: advances of characters, and words with the edges of their characters; points.</summary>
internal static class Set
{
    public static double Advance(char character, double em) => character < 0x2000 ? em / 2 : em;

    public static double Width(string text, double em) => text.Sum(character => Advance(character, em));

    /// <summary>How many characters from <paramref name="from"/> on fit into a width; at least one.</summary>
    public static int Fits(string text, int from, double width, double em)
    {
        var count = 0;
        for (var used = 0.0; from + count < text.Length && (used += Advance(text[from + count], em)) <= width + 0.01;)
            count++;
        return Math.Max(1, count);
    }

    public static Word Word(string text, double x, double y, double width, double height)
    {
        var edges = new double[text.Length + 1];
        for (var i = 0; i <= text.Length; i++)
            edges[i] = x + width * i / text.Length;
        return new() { Text = text, Box = Box.FromEdges(x, y, x + width, y + height), Edges = edges };
    }
}
