using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>A value cell of a scanned page that must be read before the report can be interpreted.</summary>
public readonly record struct CellToRead(string Path, int Page, CellRequest Request);

/// <summary>The form a report was recognised as, and where its tables lie; <see cref="Form"/> is null where none fits.</summary>
public sealed record FormMatch
{
    public FormDefinition? Form { get; init; }

    public decimal Score { get; init; }

    /// <summary>Cells of OCR pages to read in the second call, page by page, row by row.</summary>
    public IReadOnlyList<CellToRead> CellsToRead { get; init; } = [];

    /// <summary>Numbers of the running text of OCR pages that are read again as cells are, apart from those of tables.</summary>
    public IReadOnlyList<CellToRead> NumbersToRead { get; init; } = [];

    /// <summary>Ids of other forms that the report may be as well.</summary>
    public IReadOnlyList<string> Rivals { get; init; } = [];

    /// <summary>Where no form fits well enough: the id of the one that fits best, if any is worth naming. Its tables are below.</summary>
    public string? Likeliest { get; init; }

    /// <summary>How many rows and column labels of the form stand in the report.</summary>
    internal int Explained => Tables.Sum(table => table.Explained);

    /// <summary>Pages read by OCR.</summary>
    internal IReadOnlySet<int> ScannedPages { get; init; } = new HashSet<int>();

    /// <summary>Enough of the rows print a label of the form; rows of as many figures stand in other tables, too.</summary>
    internal bool IsNamed => Tables.Sum(table => table.Alignment.Matches.Count(row => !row.IsDoubtful)) * FewestNamed >= Tables.Sum(table => table.Alignment.Matches.Count);

    private const int FewestNamed = 3;

    internal IReadOnlyList<TableMatch> Tables { get; init; } = [];

    internal IReadOnlyDictionary<string, SectionPlace> Sections { get; init; } = new Dictionary<string, SectionPlace>();
}
