using Dapper;
using GovReportIngest.Core.Document;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Review;

/// <summary>Finds cells that were read alike in many reports: side by side, one that was misread shows at a glance.</summary>
public sealed class EqualCells
{
    /// <summary>Readings that are looked through for one page, whether they have such cells or not.</summary>
    private const int MostLookedAt = 5000;

    /// <summary>Cells of one report on a page, so that a page shows many hands and scanners.</summary>
    private const int MostOfReport = 12;

    private readonly IStoreDatabase database;
    private readonly ReviewTable review;

    internal EqualCells(IStoreDatabase database, ReviewTable review) => (this.database, this.review) = (database, review);

    private sealed record Row
    {
        public required long ExtractionId { get; init; }

        public required long DocumentId { get; init; }

        public required long Part { get; init; }

        public required string Path { get; init; }
    }

    /// <summary>Of scanned reports.</summary>
    /// <param name="value">As records write it: <c>3</c>.</param>
    /// <param name="after">The <see cref="EqualCellsPage.Next"/> of an earlier page; 0 for the first.</param>
    /// <param name="most">Cells on a page, about.</param>
    public async Task<EqualCellsPage> ListAsync(string value, long after, int most, CancellationToken cancellation)
    {
        const string Sql = """
            SELECT e.extraction_id AS ExtractionId, e.document_id AS DocumentId, e.part AS Part, f.path AS Path
            FROM extractions e JOIN documents d ON d.document_id = e.document_id AND d.replaced_by IS NULL JOIN fields f ON f.extraction_id = e.extraction_id
            WHERE e.extraction_id > @after AND e.extraction_id <= @until AND e.is_current = 1 AND f.value = @value AND f.state = 'printed' AND f.review = 'none'
                AND f.path NOT LIKE 'report.%' AND EXISTS (SELECT 1 FROM pages p WHERE p.extraction_id = e.extraction_id AND p.read_from = 'ocr')
            ORDER BY e.extraction_id, f.position LIMIT @wanted
            """;
        // A report has no more fields than this: the last one on a page is whole.
        var (until, wanted) = (after + MostLookedAt, most + 1000);
        var (rows, last) = await database.ReadAsync(async connection => (
            (await connection.QueryAsync<Row>(Sql, new { value, after, until, wanted })).ToList(),
            await connection.ExecuteScalarAsync<long?>("SELECT max(extraction_id) FROM extractions") ?? 0), cancellation);
        var cells = new List<EqualCell>();
        var end = rows.Count == wanted ? rows[^1].ExtractionId : until;
        foreach (var report in rows.GroupBy(row => row.ExtractionId))
        {
            cells.AddRange(await CellsOfAsync([.. report], cancellation));
            if (cells.Count >= most)
            {
                end = report.Key;
                break;
            }
        }

        return new(cells, end < last ? end : null);
    }

    private async Task<IEnumerable<EqualCell>> CellsOfAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var id = new RecordId(rows[0].DocumentId, rows[0].Part);
        if (await review.FindAsync(id, cancellation) is not { } report)
            return [];
        var fields = report.Record.Fields.ToDictionary(StringComparer.Ordinal);
        return rows.Where(row => fields.TryGetValue(row.Path, out var field) && field.Evidence is [Evidence.OnPage]).Take(MostOfReport)
            .Select(row => new EqualCell(id, report.Version, row.Path, report.LastAbout(row.Path), (Evidence.OnPage)fields[row.Path].Evidence[0]));
    }
}
