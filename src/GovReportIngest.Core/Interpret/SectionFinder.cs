using System.Text.RegularExpressions;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret;

/// <summary>The heading of a section: index of its block, and over how many lines it goes.</summary>
internal readonly record struct SectionPlace(int Index, int Lines);

/// <summary>Finds the lines that head the form's sections, in the order of the form.</summary>
internal static partial class SectionFinder
{
    private const double GoodEnough = 0.72;
    private const int LongestTitle = 60;
    private const int ShortestTitle = 3;

    /// <summary>The heading of each section by section key; sections that are not headed are absent.</summary>
    public static IReadOnlyDictionary<string, SectionPlace> Find(FormDefinition form, IReadOnlyList<Block> blocks) => Find(form, TitlesOf(blocks));

    /// <summary>What each block may be the title of; the same for every form.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> TitlesOf(IReadOnlyList<Block> blocks) => [.. Enumerable.Range(0, blocks.Count).Select(index => Titles(blocks, index))];

    /// <param name="form">The form.</param>
    /// <param name="titles">See <see cref="TitlesOf"/>.</param>
    public static IReadOnlyDictionary<string, SectionPlace> Find(FormDefinition form, IReadOnlyList<IReadOnlyList<string>> titles)
    {
        var sections = form.Sections;
        // Longest chain of sections and lines in common order, weighted by similarity.
        var best = new double[sections.Count + 1, titles.Count + 1];
        var similarity = new (double Value, int Lines)[sections.Count, titles.Count];
        for (var i = 1; i <= sections.Count; i++)
            for (var j = 1; j <= titles.Count; j++)
            {
                var match = similarity[i - 1, j - 1] = Compare(sections[i - 1], titles[j - 1]);
                best[i, j] = Math.Max(best[i - 1, j], best[i, j - 1]);
                if (match.Value >= GoodEnough)
                    best[i, j] = Math.Max(best[i, j], best[i - 1, j - 1] + match.Value);
            }

        return Trace(sections, titles.Count, best, similarity);
    }

    /// <summary>The line is the section's heading, or begins it.</summary>
    public static bool IsHeadedAt(FormSection section, IReadOnlyList<Block> blocks, int index) =>
        blocks[index] is Block.OfLine { Line.Text: var text } && text.Length <= LongestTitle && (text.Length <= ShortestTitle || MayName(section, text))
        && Compare(section, Titles(blocks, index)).Value >= GoodEnough;

    /// <summary>Cheap: most lines share no character with the section's names.</summary>
    private static bool MayName(FormSection section, string text) => section.Names.Any(name => text.AsSpan().IndexOfAny(name.Text) >= 0);

    /// <summary>The line's title, and the title that it and the next line make together.</summary>
    private static List<string> Titles(IReadOnlyList<Block> blocks, int index)
    {
        if (blocks[index] is not Block.OfLine { Look.IsRunning: false } line || line.Line.Text.Length > LongestTitle)
            return [];
        var titles = new List<string> { TitleOf(line.Line.Text) };
        if (index + 1 < blocks.Count && blocks[index + 1] is Block.OfLine next && next.Line.Text.Length < LongestTitle / 2
            && Numbering().IsMatch(line.Line.Text.Trim()) && !Numbering().IsMatch(next.Line.Text.Trim()))
            titles.Add(TitleOf(line.Line.Text + next.Line.Text));
        return titles;
    }

    private static (double Value, int Lines) Compare(FormSection section, IReadOnlyList<string> titles)
    {
        var best = (Value: 0.0, Lines: 1);
        for (var i = 0; i < titles.Count; i++)
            if (Compare(section, titles[i]) is var value && value > best.Value + 1e-9)
                best = (value, i + 1);
        return best;
    }

    private static double Compare(FormSection section, string title)
    {
        if (title.Length is < ShortestTitle or > 40)
            return 0;
        var best = 0.0;
        foreach (var name in section.Names)
            // Names of too different a length cannot be alike enough.
            if (Math.Abs(name.Length - title.Length) <= (1 - GoodEnough) * Math.Max(name.Length, title.Length))
                best = Math.Max(best, name.OfWhole(title));
        return best;
    }

    private static string TitleOf(string text) => LabelText.Normalise(Numbering().Replace(text.Trim(), ""));

    private static Dictionary<string, SectionPlace> Trace(
        IReadOnlyList<FormSection> sections, int lines, double[,] best, (double Value, int Lines)[,] similarity)
    {
        var found = new Dictionary<string, SectionPlace>(StringComparer.Ordinal);
        var (i, j) = (sections.Count, lines);
        while (i > 0 && j > 0)
            if (best[i, j] == best[i, j - 1])
                j--;
            else if (best[i, j] == best[i - 1, j])
                i--;
            else
            {
                i--;
                j--;
                if (similarity[i, j].Value >= GoodEnough)
                    found[sections[i].Key] = new(j, similarity[i, j].Lines);
            }

        return found;
    }

    [GeneratedRegex(@"^(第?[一二三四五六七八九十]+[、.．:：章节部分]*|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();
}
