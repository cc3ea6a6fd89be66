using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret;

/// <summary>Finds a form's tables: where a person marked them; in their sections where those are headed; anywhere where they are not, or hold no such table.</summary>
internal sealed class TableFinder(
    FormDefinition form, IReadOnlyDictionary<string, SectionPlace> sections, IReadOnlyList<Block> blocks, SegmentCache segments)
{
    public TableMatch Find(FormTable table)
    {
        if (segments.Given(table.Key) is { } given)
            return TableMatch.Of(table, given, isGiven: true);
        var section = form.Sections.FirstOrDefault(candidate => candidate.TableKey == table.Key);
        if (section is not null && sections.TryGetValue(section.Key, out var start))
        {
            var end = sections.Values.Select(place => place.Index).Where(index => index > start.Index).DefaultIfEmpty(blocks.Count).Min();
            var inside = TableMatch.Of(table, segments.Read(start.Index + start.Lines, end, BlanksAbove(end)));
            if (inside.IsFound)
                return inside;
        }

        return TableMatch.Of(table, segments.Read(0, blocks.Count, []));
    }

    /// <summary>
    /// The blank cells that end a table above the next heading. How many blank lines a heading has anyway is seen where prose
    /// stands above it; where no heading shows that, nothing is said about blank cells.
    /// </summary>
    private IReadOnlyList<LineToken> BlanksAbove(int end)
    {
        if (end >= blocks.Count || blocks[end] is not Block.OfLine heading)
            return [];
        var separators = HeadingsBelowProse().Select(line => line.Look.BlankLinesAbove).DefaultIfEmpty(int.MaxValue).Max();
        return [.. segments.Cells.BlanksAbove(heading, separators)];
    }

    private IEnumerable<Block.OfLine> HeadingsBelowProse() => form.Sections.Zip(form.Sections.Skip(1))
        .Where(pair => pair.First.TableKey is null && sections.ContainsKey(pair.First.Key) && sections.ContainsKey(pair.Second.Key))
        .Select(pair => blocks[sections[pair.Second.Key].Index])
        .OfType<Block.OfLine>();
}
