using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// Builds the outline from the lines outside of tables. Levels come from the order of numbering styles and from the form's
/// section titles; marks like ## are noise and ignored.
/// </summary>
public sealed class OutlineBuilder
{
    /// <param name="sectionKeyOf">The form's key of a section title, null for other headings.</param>
    public Outline Build(IReadOnlyList<Block.OfLine> lines, Func<string, string?> sectionKeyOf)
    {
        var levels = new HeadingLevels();
        var root = new Draft(0, null, "", null, []);
        var open = new Stack<Draft>([root]);
        foreach (var (heading, line) in Headings(lines, sectionKeyOf))
            if (heading is null)
                open.Peek().Paragraphs.Add(line);
            else
            {
                var level = levels.Next(heading.Numbering, heading.Key is not null);
                while (open.Peek().Level >= level)
                    open.Pop();
                var draft = new Draft(level, heading.Numbering.Printed, heading.Title, heading.Key, heading.Evidence);
                open.Peek().Children.Add(draft);
                open.Push(draft);
            }

        return new([.. root.Children.Select(Finish)], root.Paragraphs.Texts());
    }

    private sealed record Heading(Numbering Numbering, string Title, string? Key, IReadOnlyList<Evidence> Evidence);

    private sealed record Draft(int Level, string? Number, string Title, string? Key, IReadOnlyList<Evidence> Evidence)
    {
        public Paragraphs Paragraphs { get; } = new();

        public List<Draft> Children { get; } = [];
    }

    private static OutlineNode Finish(Draft draft) => new(
        draft.Level, string.IsNullOrEmpty(draft.Number) ? null : draft.Number, draft.Title, draft.Key, draft.Evidence,
        draft.Paragraphs.Texts(), [.. draft.Children.Select(Finish)]);

    private static IEnumerable<(Heading? Heading, Block.OfLine Line)> Headings(IReadOnlyList<Block.OfLine> lines, Func<string, string?> sectionKeyOf)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Look.IsRunning || string.IsNullOrWhiteSpace(lines[i].Line.Text))
                continue;
            var numbering = Numbering.Of(lines[i].Line.Text);
            var title = HeadingRules.TitleOf(numbering);
            var key = title.Length is > 0 and < 60 ? sectionKeyOf(title) : null;
            if (key is null && i + 1 < lines.Count && Wrapped(lines[i], lines[i + 1], numbering, sectionKeyOf) is { } wrapped)
            {
                yield return (wrapped, lines[i]);
                i++;
            }
            else if (HeadingRules.IsHeading(lines[i], numbering, key is not null))
                yield return (new(numbering, Compact(title), key, [lines[i].Line.Locate()]), lines[i]);
            else
                yield return (null, lines[i]);
        }
    }

    /// <summary>A section title that is broken over two lines.</summary>
    private static Heading? Wrapped(Block.OfLine line, Block.OfLine next, Numbering numbering, Func<string, string?> sectionKeyOf)
    {
        if (numbering.Style is NumberingStyle.None || Numbering.Of(next.Line.Text).Style is not NumberingStyle.None)
            return null;
        var joined = numbering with { Rest = numbering.Rest + next.Line.Text.Trim() };
        var title = HeadingRules.TitleOf(joined);
        return title.Length < 60 && sectionKeyOf(title) is { } key && HeadingRules.IsHeading(line, joined, isSection: true)
            ? new(joined, Compact(title), key, [line.Line.Locate(), next.Line.Locate()])
            : null;
    }

    // Titles are compared and shown without the spaces that typesetting put between Han characters.
    private static string Compact(string title) => Lines.HanSpacing.Compact(title);
}
