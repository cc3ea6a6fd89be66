using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Search;

/// <summary>Finds reports by what they say: title, agency, headings, paragraphs and texts of tables, as the machine read them.</summary>
public sealed class SearchTable(IStoreDatabase database, IBlobStore blobs)
{
    /// <summary>Reports with all terms that are looked at for one page; more are looked at on the next.</summary>
    private const int MostLookedAt = 2000;

    private const int Slice = 100;

    /// <summary>The latest first. Words that are parted by spaces must all be there.</summary>
    /// <param name="question">Any text; case and width of characters do not matter.</param>
    /// <param name="before">Only what comes behind this one of an earlier page (<see cref="FoundReport.ExtractionId"/>).</param>
    /// <param name="most">Reports on a page.</param>
    public async Task<IReadOnlyList<FoundReport>> FindAsync(string question, long? before, int most, CancellationToken cancellation)
    {
        var words = SearchGrams.Fold(question).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var grams = words.SelectMany(SearchGrams.OfQuestion).Distinct().ToList();
        if (grams.Count == 0)
            return [];
        var sql = $"""
            SELECT t.extraction_id AS ExtractionId, e.document_id AS DocumentId, e.part AS Part, d.path AS Path, e.agency AS Agency, e.year AS Year, t.text AS Text, d.replaced_by AS ReplacedBy
            FROM (SELECT i.rowid AS id FROM search_index i WHERE {database.Search.Matches} AND i.rowid < @last ORDER BY i.rowid DESC LIMIT @Slice) found
                JOIN search_texts t ON t.extraction_id = found.id JOIN extractions e ON e.extraction_id = t.extraction_id JOIN documents d ON d.document_id = e.document_id
            ORDER BY t.extraction_id DESC
            """;
        var asked = database.Search.Question(grams);
        var (hits, last) = (new List<FoundReport>(), before ?? long.MaxValue);
        for (var looked = 0; looked < MostLookedAt && hits.Count < most; looked += Slice)
        {
            var found = (await database.ReadAsync(connection => connection.QueryAsync<FoundReport>(sql, new { asked, last, Slice }), cancellation)).ToList();
            hits.AddRange(found.Where(report => report.ReplacedBy is null && SearchGrams.Fold(report.Text) is var text && words.All(word => text.Contains(word, StringComparison.Ordinal))));
            if (found.Count < Slice)
                break;
            last = found[^1].ExtractionId;
        }

        return [.. hits.Take(most)];
    }

    /// <summary>Takes in what was stored before there was an index, some reports at a time, so that nobody waits for it.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<int> FillAsync(CancellationToken cancellation)
    {
        const string Lacking = """
            SELECT e.extraction_id AS ExtractionId, e.record_sha256 AS RecordSha256 FROM extractions e
            WHERE e.extraction_id > @after AND e.is_current = 1 AND NOT EXISTS (SELECT 1 FROM search_texts t WHERE t.extraction_id = e.extraction_id)
            ORDER BY e.extraction_id LIMIT @Slice
            """;
        var (filled, after) = (0, 0L);
        while ((await database.ReadAsync(connection => connection.QueryAsync<Unindexed>(Lacking, new { after, Slice }), cancellation)).ToList() is { Count: > 0 } lacking)
        {
            foreach (var report in lacking)
                filled += await FillAsync(report, cancellation) ? 1 : 0;
            after = lacking[^1].ExtractionId;
        }

        return filled;
    }

    private sealed record Unindexed
    {
        public required long ExtractionId { get; init; }

        public required string RecordSha256 { get; init; }
    }

    /// <summary>A damaged record is named by <c>verify</c>; here it is left out.</summary>
    private async Task<bool> FillAsync(Unindexed report, CancellationToken cancellation)
    {
        const string IsLacking = """
            SELECT count(*) FROM extractions e WHERE e.extraction_id = @ExtractionId AND e.is_current = 1
                AND NOT EXISTS (SELECT 1 FROM search_texts t WHERE t.extraction_id = e.extraction_id)
            """;
        ReportRecord record;
        try
        {
            record = RecordJson.Read(await blobs.ReadAsync(report.RecordSha256, cancellation));
        }
        catch (StoreException damaged) when (damaged.Fault is StoreFault.Damaged)
        {
            return false;
        }

        return await database.WriteAsync(async connection =>
        {
            if (await connection.ExecuteScalarAsync<long>(IsLacking, report) == 0)
                return false;
            await AddAsync(connection, database.Search, report.ExtractionId, record);
            return true;
        }, cancellation);
    }

    internal static async Task AddAsync(DbConnection connection, SearchDialect dialect, long extractionId, ReportRecord record)
    {
        var text = TextOf(record);
        await connection.ExecuteAsync("INSERT INTO search_texts (extraction_id, text) VALUES (@extractionId, @text)", new { extractionId, text });
        await connection.ExecuteAsync(dialect.Insert, new { extractionId, grams = dialect.Terms(SearchGrams.OfText(SearchGrams.Fold(text))) });
    }

    internal static async Task RemoveAsync(DbConnection connection, SearchDialect dialect, long extractionId)
    {
        var text = await connection.ExecuteScalarAsync<string?>("SELECT text FROM search_texts WHERE extraction_id = @extractionId", new { extractionId });
        if (text is null)
            return;
        await connection.ExecuteAsync(dialect.Delete, new { extractionId, grams = dialect.Terms(SearchGrams.OfText(SearchGrams.Fold(text))) });
        await connection.ExecuteAsync("DELETE FROM search_texts WHERE extraction_id = @extractionId", new { extractionId });
    }

    private static string TextOf(ReportRecord record)
    {
        var facts = record.Fields.Where(field => ReportPaths.Has(field.Key) && field.Value.Value is FieldValue.Words).Select(field => WrittenValue.Of(field.Value.Value!));
        var tables = record.Tables.SelectMany(table => table.Cells).Select(cell => cell.Text).Where(text => text.Any(char.IsLetter));
        return string.Join('\n', facts.Append(record.Source.Path).Concat(record.Outline.SelectMany(Lines)).Concat(tables).Distinct(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(OutlineNode node) => [$"{node.Number}{node.Title}", .. node.Paragraphs, .. node.Children.SelectMany(Lines)];
}
