using System.Text.RegularExpressions;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret;

/// <summary>Finds the lines that head the form's sections, in the order of the form.</summary>
internal static partial class SectionFinder
{
    private const double GoodEnough = 0.72;

    /// <summary>Index of the heading block by section key; sections that are not headed are absent.</summary>
    public static IReadOnlyDictionary<string, int> Find(FormDefinition form, IReadOnlyList<Block> blocks)
    {
        var lines = blocks.Select(block => block is Block.OfLine line ? TitleOf(line.Line.Text) : "").ToList();
        var sections = form.Sections;
        // Longest chain of sections and lines in common order, weighted by similarity.
        var best = new double[sections.Count + 1, lines.Count + 1];
        var similarity = new double[sections.Count, lines.Count];
        for (var i = 1; i <= sections.Count; i++)
            for (var j = 1; j <= lines.Count; j++)
            {
                var match = similarity[i - 1, j - 1] = Compare(sections[i - 1], lines[j - 1]);
                best[i, j] = Math.Max(best[i - 1, j], best[i, j - 1]);
                if (match >= GoodEnough)
                    best[i, j] = Math.Max(best[i, j], best[i - 1, j - 1] + match);
            }

        return Trace(sections, lines.Count, best, similarity);
    }

    /// <summary>The section key of a heading's title, null for headings that are not the form's.</summary>
    public static string? KeyOf(FormDefinition form, string title)
    {
        var normalised = TitleOf(title);
        return form.Sections
            .Select(section => (section.Key, Similarity: Compare(section, normalised)))
            .Where(section => section.Similarity >= GoodEnough)
            .OrderByDescending(section => section.Similarity)
            .Select(section => section.Key)
            .FirstOrDefault();
    }

    private static double Compare(FormSection section, string title)
    {
        if (title.Length is < 3 or > 40)
            return 0;
        var best = 0.0;
        foreach (var name in section.Aliases.Prepend(section.Title))
            best = Math.Max(best, Similarity.OfWhole(LabelText.Normalise(name), title));
        return best;
    }

    private static string TitleOf(string text) => text.Length > 80 ? "" : LabelText.Normalise(Numbering().Replace(text.Trim(), ""));

    private static Dictionary<string, int> Trace(IReadOnlyList<FormSection> sections, int lines, double[,] best, double[,] similarity)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
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
                if (similarity[i, j] >= GoodEnough)
                    found[sections[i].Key] = j;
            }

        return found;
    }

    [GeneratedRegex(@"^(第?[一二三四五六七八九十]+[、.．:：章节部分]*|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();
}
