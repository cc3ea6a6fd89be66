using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>Recognises a report's form by what stands in it: sections, labels and the shape of its tables; never by its year.</summary>
public sealed class FormMatcher(FormLibrary library)
{
    private const double GoodEnough = 0.5;

    public FormMatch Match(LayoutDocument layout, IReadOnlyList<ReadPage> pages)
    {
        FormMatch? best = null;
        foreach (var form in library.Forms)
        {
            var match = Match(form, layout.Blocks);
            if (best is null || match.Score > best.Score)
                best = match;
        }

        if (best?.Form is null || best.Score < (decimal)GoodEnough)
            return new FormMatch { Score = best?.Score ?? 0 };
        return best with { CellsToRead = CellsOf(best, pages) };
    }

    private static FormMatch Match(FormDefinition form, IReadOnlyList<Block> blocks)
    {
        var sections = SectionFinder.Find(form, blocks);
        var tables = form.Tables.Select(table => Locate(form, table, sections, blocks)).ToList();
        var weights = form.Tables.Select(table => table.Blocks.Sum(block => block.Rows.Count + block.Columns.Count)).ToList();
        var score = tables.Zip(weights, (table, weight) => table.Score * weight).Sum() / Math.Max(1, weights.Sum());
        return new FormMatch { Form = form, Score = Math.Round((decimal)score, 6), Tables = tables, Sections = sections };
    }

    /// <summary>In its section where that is headed; anywhere where it is not, or where the table is not in it.</summary>
    private static TableMatch Locate(
        FormDefinition form, FormTable table, IReadOnlyDictionary<string, SectionPlace> sections, IReadOnlyList<Block> blocks)
    {
        var section = form.Sections.FirstOrDefault(candidate => candidate.TableKey == table.Key);
        if (section is not null && sections.TryGetValue(section.Key, out var start))
        {
            var end = sections.Values.Select(place => place.Index).Where(index => index > start.Index).DefaultIfEmpty(blocks.Count).Min();
            var inside = TableMatch.Of(table, [.. blocks.Take(end).Skip(start.Index + start.Lines)]);
            if (inside.IsFound)
                return inside;
        }

        return TableMatch.Of(table, blocks);
    }

    private static List<CellToRead> CellsOf(FormMatch match, IReadOnlyList<ReadPage> pages)
    {
        var scanned = pages.Where(page => page.Reading == PageReading.Ocr).Select(page => page.Number).ToHashSet();
        var cells = new List<CellToRead>();
        var row = 0;
        foreach (var table in match.Tables.Where(table => table.IsFound))
            foreach (var field in TableFields.Of(table))
            {
                if (field.IsFirstOfRow)
                    row++;
                if (field.Token?.Cell is { } cell && Inside(cell, scanned) is { } region)
                    cells.Add(new(field.Path, region.Page, new(region.Box, KindOf(field.Column), row)));
            }

        return cells;
    }

    // A cell cut by a page break holds its value on the larger part.
    private static CellRegion? Inside(TableCell cell, HashSet<int> scanned)
    {
        CellRegion? largest = null;
        foreach (var region in cell.Regions)
            if (scanned.Contains(region.Page) && (largest is null || region.Box.Area > largest.Value.Box.Area))
                largest = region;
        return largest;
    }

    private static CellKind KindOf(FormColumn column) => column.Type switch
    {
        FieldType.Integer => CellKind.Integer,
        FieldType.SignedInteger => CellKind.SignedInteger,
        FieldType.Decimal => CellKind.Decimal,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
