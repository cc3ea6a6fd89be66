using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Narrative;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>Recognises a report's form by what stands in it: sections, labels and the shape of its tables; never by its year.</summary>
public sealed class FormMatcher(FormLibrary library)
{
    private const double GoodEnough = 0.5;

    /// <summary>A report of a form shows at least so much of it, or so many of its sections, however badly it is read.</summary>
    private const double WorthNaming = 0.2;
    private const int TellingSections = 3;

    /// <summary>Forms share most of their rows: one that explains fewer labels and rows than this less may be it as well.</summary>
    private const int ClearlyMore = 3;

    /// <summary>A person said which form it is: it is taken, however little of it is found.</summary>
    private bool IsGiven { get; init; }

    internal IReadOnlyList<FormDefinition> Forms => library.Forms;

    /// <summary>Knows this form and no other.</summary>
    /// <param name="id">Of the form; of none that there is, and nothing matches.</param>
    /// <param name="isGiven">Whether it is taken however little of it is found.</param>
    public FormMatcher Only(string id, bool isGiven = false) => new(library.Only(id)) { IsGiven = isGiven };

    public FormMatch Match(LayoutDocument layout, IReadOnlyList<ReadPage> pages)
    {
        var cells = CellLines.Of(layout.Blocks);
        var titles = SectionFinder.TitlesOf(layout.Blocks);
        var segments = new SegmentCache(layout.Blocks, cells);
        var all = library.Forms.Select(form => Match(form, layout.Blocks, titles, segments))
            .Where(match => IsGiven || match.Sections.Count >= TellingSections || match.IsNamed)
            .OrderByDescending(match => match.Explained).ThenByDescending(match => match.Score).ToList();
        var scanned = pages.Where(page => page.Reading == PageReading.Ocr).Select(page => page.Number).ToHashSet();
        if (all.Where(match => IsGiven || match.Score >= (decimal)GoodEnough).ToList() is not [var best, .. var others])
            return Likeliest(all, scanned);
        return best with
        {
            ScannedPages = scanned,
            CellsToRead = CellsOf(best, scanned),
            NumbersToRead = NarrativeReader.NumbersToRead(best.Form!, layout.Blocks.OfType<Block.OfLine>(), scanned),
            Rivals = [.. others.Where(other => other.Explained > best.Explained - ClearlyMore).Select(other => other.Form!.Id)],
        };
    }

    /// <summary>No form, but the tables of the one that fits best, so that all that a report of it holds is asked for.</summary>
    private static FormMatch Likeliest(IReadOnlyList<FormMatch> matches, HashSet<int> scanned)
    {
        var best = matches.OrderByDescending(match => match.Explained).ThenByDescending(match => match.Sections.Count).FirstOrDefault();
        return best is not null && (best.Score >= (decimal)WorthNaming || best.Sections.Count >= TellingSections)
            ? best with { Form = null, Likeliest = best.Form!.Id, ScannedPages = scanned, CellsToRead = CellsOf(best, scanned) }
            : new FormMatch { ScannedPages = scanned };
    }

    private static FormMatch Match(
        FormDefinition form, IReadOnlyList<Block> blocks, IReadOnlyList<IReadOnlyList<string>> titles, SegmentCache segments)
    {
        var sections = SectionFinder.Find(form, titles);
        var finder = new TableFinder(form, sections, blocks, segments);
        var tables = form.Tables.Select(finder.Find).ToList();
        var weights = form.Tables.Select(table => table.Blocks.Sum(block => block.Rows.Count + block.Columns.Count)).ToList();
        var score = tables.Zip(weights, (table, weight) => table.Score * weight).Sum() / Math.Max(1, weights.Sum());
        return new FormMatch { Form = form, Score = Math.Round((decimal)score, 6), Tables = tables, Sections = sections };
    }

    private static List<CellToRead> CellsOf(FormMatch match, HashSet<int> scanned)
    {
        var cells = new List<CellToRead>();
        var row = 0;
        foreach (var table in match.Tables.Where(table => table.IsFound))
            foreach (var field in TableFields.Of(table))
            {
                if (field.IsFirstOfRow)
                    row++;
                // A cell cut by a page break holds its value on either part.
                foreach (var region in field.Token?.Cell?.Regions.Where(region => scanned.Contains(region.Page)) ?? [])
                    cells.Add(new(field.Path, region.Page, new(region.Box, KindOf(field.Column), row, region.Turn)));
            }

        return cells;
    }

    private static CellKind KindOf(FormColumn column) => column.Type switch
    {
        FieldType.Integer => CellKind.Integer,
        FieldType.SignedInteger => CellKind.SignedInteger,
        FieldType.Decimal => CellKind.Decimal,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
