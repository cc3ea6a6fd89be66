using System.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Cuts the characters of a text layer into words at white space and wherever a gap can be seen.</summary>
internal static class WordCutter
{
    /// <summary>Parts of an em; the narrowest space of common fonts is 0.2 em, tracking stays below 0.1.</summary>
    private const double VisibleGap = 0.13;

    /// <summary>Titles are letter-spaced; a gap between two Han characters without a space in the file means less.</summary>
    private const double HanGap = 0.5;

    internal static IReadOnlyList<Word> Cut(IReadOnlyList<PageCharacter> characters)
    {
        var words = new List<Word>();
        var run = new List<PageCharacter>();
        foreach (var character in characters)
        {
            var isSpace = Rune.IsWhiteSpace(character.Rune) || Rune.GetUnicodeCategory(character.Rune) == System.Globalization.UnicodeCategory.Format;
            if (run.Count > 0 && (isSpace || IsApart(run[^1], character)))
            {
                words.Add(Join(run));
                run.Clear();
            }

            if (!isSpace)
                run.Add(character);
        }

        if (run.Count > 0)
            words.Add(Join(run));
        return words;
    }

    private static bool IsApart(PageCharacter left, PageCharacter right)
    {
        var em = Math.Max(Em(left), Em(right));
        var gap = right.Box.X - left.Box.Right;
        var shared = left.Box.Intersect(right.Box with { X = left.Box.X, Width = 1 }).Height;
        var visible = IsHan(left) && IsHan(right) ? HanGap : VisibleGap;
        return gap > visible * em || gap < -0.7 * em || shared < 0.3 * Math.Min(left.Box.Height, right.Box.Height)
            || left.FontName != right.FontName && Math.Abs(left.Box.Height - right.Box.Height) > 0.5 * em;
    }

    private static bool IsHan(PageCharacter character) => character.Rune.Value is >= 0x2E80 and < 0xA000;

    /// <summary>A Han character is one em wide and others about half, whatever size a Type 3 font claims.</summary>
    private static double Em(PageCharacter character) =>
        character.Rune.Value >= 0x2E80 ? character.Box.Width : Math.Max(character.Box.Width * 1.6, 1);

    private static Word Join(List<PageCharacter> run)
    {
        var text = new StringBuilder();
        var box = run[0].Box;
        var edges = new double[run.Count + 1];
        for (var index = 0; index < run.Count; index++)
        {
            text.Append(RadicalFolding.Fold(run[index].Rune).ToString());
            box = box.Union(run[index].Box);
            edges[index] = index == 0 ? run[0].Box.X : Math.Max(edges[index - 1], run[index].Box.X);
        }

        edges[^1] = Math.Max(edges[^2], run[^1].Box.Right);
        var font = run[0].FontName;
        return new Word
        {
            Text = text.ToString(),
            Box = Box.FromEdges(edges[0], box.Y, edges[^1], box.Bottom),
            Edges = edges,
            FontSize = Size(run),
            FontName = font.Length == 0 ? null : font,
            IsBold = font.Contains("Bold", StringComparison.OrdinalIgnoreCase) || font.Contains("Black", StringComparison.OrdinalIgnoreCase) || font.Contains("Heavy", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static double Size(List<PageCharacter> run)
    {
        var han = run.Where(character => character.Rune.Value is >= 0x4E00 and < 0xA000).Select(character => character.Box.Width).Order().ToArray();
        return han.Length > 0 ? han[han.Length / 2] : run[0].FontSize;
    }
}
