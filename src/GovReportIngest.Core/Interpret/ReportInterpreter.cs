using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Metadata;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>Turns a layout and its matched form into fields, outline and tables.</summary>
public sealed class ReportInterpreter(OutlineBuilder outlines)
{
    private const string FormUnknown = "form-unknown";

    /// <param name="readings">The cells of <see cref="FormMatch.CellsToRead"/> as read, by field path.</param>
    public Interpretation Interpret(LayoutDocument layout, FormMatch match, IReadOnlyDictionary<string, CellReading> readings)
    {
        var claimed = new HashSet<Block>(ReferenceEqualityComparer.Instance);
        foreach (var table in match.Tables.Where(table => table.IsFound))
            claimed.UnionWith(TableText.Of(table));
        var head = HeadOf(layout, match, claimed);
        var (titleLines, title) = ReportTitle.Find(head, layout.Blocks);
        claimed.UnionWith(titleLines);
        var prose = layout.Blocks.OfType<Block.OfLine>().Where(line => !claimed.Contains(line)).ToList();
        var facts = ReportFacts.Of(head, layout.Blocks, prose, titleLines, title);
        var outline = outlines.Build(layout.Blocks, claimed, match.Sections.ToDictionary(
            section => layout.Blocks[section.Value.Index], section => new SectionHeading(section.Key, section.Value.Lines),
            (IEqualityComparer<Block>)ReferenceEqualityComparer.Instance));
        var losesBlanks = FusedRows.LosesBlanks(match.Tables.Where(table => table.IsFound));
        List<string> variants = [.. match.Tables.Where(table => table.IsFound && table.Variant is not null).Select(table => table.Variant!.Key),
            .. match.Tables.Where(table => table.IsFound && table.Columns is not null).Select(table => table.Columns!.Key)];
        var identities = match.Form?.IdentitiesWith(variants) ?? [];
        return new()
        {
            Form = match.Form,
            FormScore = match.Score,
            Variants = variants,
            Fields = [.. facts, .. match.Tables.SelectMany(table => FieldReader.Read(table, readings, identities, losesBlanks))
                .Select(field => match.Form is null ? InDoubt(field) : field)],
            Outline = outline.Nodes,
            Tables = RecordTables.Of(layout, match, readings),
            Statements = match.Form is null ? [] : Narrative.NarrativeReader.Read(match.Form, prose, YearOf(title), match.ScannedPages, readings),
            Items = [.. ItemsOf(match)],
            Problems = [.. match.Tables.Where(table => table.IsFound).SelectMany(UnmatchedRows)],
        };
    }

    private static int? YearOf(IEnumerable<FieldReading> title) =>
        title.FirstOrDefault(field => field.Path == ReportPaths.Year)?.Value is FieldValue.Number(var year) ? (int)year : null;

    private static IEnumerable<DocumentItem> ItemsOf(FormMatch match) => match.Likeliest is { } likeliest
        ? [new(FormUnknown, [], $"No form definition fits well enough. The fields are those of {likeliest}, which fits best; outline and tables are in the record.")]
        : match.Rivals.Select(id => new DocumentItem("form-uncertain", [], $"It may be {id} as well."));

    private static FieldReading InDoubt(FieldReading field) => field.Doubts.Count > 0 ? field : field with { Doubts = [FormUnknown] };

    /// <summary>What stands before the first section; without sections, the first lines.</summary>
    private static IReadOnlyList<Block> HeadOf(LayoutDocument layout, FormMatch match, HashSet<Block> claimed)
    {
        const int MostLines = 12;
        var end = match.Sections.Count > 0 ? match.Sections.Values.Min(place => place.Index) : Math.Min(MostLines, layout.Blocks.Count);
        return [.. layout.Blocks.Take(end).Where(block => !claimed.Contains(block))];
    }

    /// <summary>Rows between rows of the form that no form knows: they stay in the tables.</summary>
    private static IEnumerable<Problem> UnmatchedRows(TableMatch table) => table.RowsBetween.Select(index => new Problem("interpret", "unmatched-row", null,
        $"A row of {table.Table.Key} is not in the form: \"{table.Segments[index].Label}\"; it is kept in the table."));
}
