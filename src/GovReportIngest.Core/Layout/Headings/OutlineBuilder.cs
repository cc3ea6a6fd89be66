using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// Builds the outline from the lines outside of tables. Levels come from the order of numbering styles and from the form's
/// section titles; marks like ## are noise and ignored.
/// </summary>
public sealed class OutlineBuilder
{
    /// <param name="sections">The lines that head the form's sections; other headings have no key.</param>
    public Outline Build(IReadOnlyList<Block.OfLine> lines, IReadOnlyDictionary<Block, SectionHeading> sections)
    {
        var levels = new HeadingLevels();
        var root = new Draft(0, null, "", null, []);
        var open = new Stack<Draft>([root]);
        foreach (var (heading, line) in Headings(lines, sections))
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

    private static IEnumerable<(Heading? Heading, Block.OfLine Line)> Headings(
        IReadOnlyList<Block.OfLine> lines, IReadOnlyDictionary<Block, SectionHeading> sections)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Look.IsRunning || string.IsNullOrWhiteSpace(lines[i].Line.Text))
                continue;
            var numbering = Numbering.Of(lines[i].Line.Text);
            if (sections.TryGetValue(lines[i], out var section))
            {
                var parts = lines.Skip(i).Take(section.Lines).ToList();
                var whole = numbering with { Rest = numbering.Rest + string.Concat(parts.Skip(1).Select(part => part.Line.Text.Trim())) };
                yield return (new(whole, Compact(HeadingRules.TitleOf(whole)), section.Key, [.. parts.Select(part => part.Line.Locate())]), lines[i]);
                i += section.Lines - 1;
            }
            else if (HeadingRules.IsHeading(lines[i], numbering))
                yield return (new(numbering, Compact(HeadingRules.TitleOf(numbering)), null, [lines[i].Line.Locate()]), lines[i]);
            else if (HeadingRules.IsWrappedHeading(lines[i], numbering, lines.ElementAtOrDefault(i + 1), lines.ElementAtOrDefault(i + 2)))
            {
                var whole = numbering with { Rest = numbering.Rest + lines[i + 1].Line.Text.Trim() };
                yield return (new(whole, Compact(HeadingRules.TitleOf(whole)), null, [lines[i].Line.Locate(), lines[i + 1].Line.Locate()]), lines[i]);
                i++;
            }
            else
                yield return (null, lines[i]);
        }
    }

    // Titles are compared and shown without the spaces that typesetting put between Han characters.
    private static string Compact(string title) => Lines.HanSpacing.Compact(title);
}
