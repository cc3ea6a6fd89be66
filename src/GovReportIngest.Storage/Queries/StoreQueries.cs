using Dapper;
using GovReportIngest.Storage.Archives;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Queries;

/// <summary>What people and programs ask a store. Lists come in pages and by an index; none reads all rows but the counts.</summary>
public sealed class StoreQueries(IStoreDatabase database)
{
    /// <summary>The most trusted source of the report that <c>s</c> is a source of.</summary>
    private const string Master = """
        (SELECT m.document_id FROM report_sources m JOIN documents md ON md.document_id = m.document_id AND md.replaced_by IS NULL
            WHERE m.agency_id = s.agency_id AND m.year = s.year AND m.form = s.form ORDER BY m.trust, m.document_id, m.part LIMIT 1)
        """;

    private sealed record DecidedRow
    {
        public required long DocumentId { get; init; }

        public required long Part { get; init; }

        public required long Decision { get; init; }
    }

    private sealed record ItemRow
    {
        public required long DocumentId { get; init; }

        public required long Part { get; init; }

        public required string Reason { get; init; }

        public required string Detail { get; init; }
    }

    private sealed record StateCount
    {
        public required string State { get; init; }

        public required long Documents { get; init; }
    }

    private sealed record DayRow
    {
        public required long Day { get; init; }

        public required string State { get; init; }

        public required long Documents { get; init; }
    }

    public async Task<StoreCounts> CountAsync(CancellationToken cancellation)
    {
        const string States = """
            SELECT w.state AS State, count(*) - count(d.document_id) AS Documents
            FROM work w LEFT JOIN documents d ON d.document_id = w.document_id AND d.replaced_by IS NOT NULL GROUP BY w.state
            """;
        const string Replaced = "SELECT count(*) FROM documents WHERE replaced_by IS NOT NULL";
        const string Totals = """
            SELECT count(*) AS Records, CAST(coalesce(sum(e.pages), 0) AS BIGINT) AS Pages, CAST(coalesce(sum(e.fields), 0) AS BIGINT) AS Fields,
                CAST(coalesce(sum(e.open), 0) AS BIGINT) AS Open, CAST(coalesce(sum(e.findings), 0) AS BIGINT) AS Findings
            FROM extractions e WHERE e.is_current = 1 AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.document_id = e.document_id AND d.replaced_by IS NOT NULL)
            """;
        return await database.ReadAsync(async connection =>
        {
            var states = (await connection.QueryAsync<StateCount>(States)).ToDictionary(row => row.State, row => row.Documents, StringComparer.Ordinal);
            return new StoreCounts
            {
                Documents = WorkStates.Codes.ToDictionary(code => code, code => states.GetValueOrDefault(code), StringComparer.Ordinal),
                Replaced = await connection.ExecuteScalarAsync<long>(Replaced),
                Totals = await connection.QuerySingleAsync<StoreTotals>(Totals),
            };
        }, cancellation);
    }

    /// <summary>Days on which documents came into the state that they are in, the earliest first; days without any are left out.</summary>
    /// <param name="first">The first day that counts.</param>
    /// <param name="offset">Of the clock by which days begin, from UTC.</param>
    public async Task<IReadOnlyList<DayCount>> CountDaysAsync(DateOnly first, TimeSpan offset, CancellationToken cancellation)
    {
        const string Sql = """
            SELECT (w.changed_at + @ahead) / @day AS Day, w.state AS State, count(*) AS Documents
            FROM work w JOIN documents d ON d.document_id = w.document_id AND d.replaced_by IS NULL
            WHERE w.changed_at + @ahead >= @since GROUP BY (w.changed_at + @ahead) / @day, w.state ORDER BY 1, 2
            """;
        var (day, ahead, epoch) = ((long)TimeSpan.FromDays(1).TotalMilliseconds, (long)offset.TotalMilliseconds, DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
        var rows = await database.ReadAsync(connection => connection.QueryAsync<DayRow>(Sql, new { day, ahead, since = (first.DayNumber - epoch) * day }), cancellation);
        return [.. rows.Select(row => new DayCount { Day = DateOnly.FromDayNumber((int)row.Day + epoch), State = row.State, Documents = row.Documents })];
    }

    /// <summary>How much waits, and since when: for those who watch over the store.</summary>
    public Task<WaitingCounts> CountWaitingAsync(CancellationToken cancellation) => database.ReadAsync(connection => connection.QuerySingleAsync<WaitingCounts>("""
        SELECT (SELECT count(*) FROM work WHERE state = 'collected') AS Waiting,
            (SELECT changed_at FROM work WHERE state = 'collected' ORDER BY document_id LIMIT 1) AS WaitingSince,
            (SELECT count(*) FROM review_reports) AS InReview, (SELECT min(opened_at) FROM review_reports) AS InReviewSince
        """), cancellation);

    /// <summary>By number of the document. Documents that others replaced are left out.</summary>
    public async Task<IReadOnlyList<ListedRecord>> ListAsync(RecordFilter filter, CancellationToken cancellation)
    {
        // Where a filter names what only records have, the join is an inner one, so that the database may begin with the record's index.
        var join = filter.Agency is null && filter.Year is null && filter.Form is null ? "LEFT JOIN" : "JOIN";
        var sql = $"""
            SELECT d.document_id AS DocumentId, coalesce(e.part, 1) AS Part, d.path AS Path, w.state AS State, e.form AS Form, e.agency AS Agency, e.year AS Year,
                coalesce(e.version, 0) AS Version, e.engine AS Engine, d.bytes AS Bytes, coalesce(e.pages, 0) AS Pages, coalesce(e.fields, 0) AS Fields, coalesce(e.open, 0) AS Open,
                coalesce(e.findings, 0) AS Findings, s.agency_id AS AgencyId, {Master} AS MasterId
            FROM documents d JOIN work w ON w.document_id = d.document_id
                {join} extractions e ON e.document_id = d.document_id AND e.is_current = 1
                LEFT JOIN report_sources s ON s.document_id = e.document_id AND s.part = e.part
            WHERE d.replaced_by IS NULL AND {string.Join(" AND ", ConditionsOf(filter))}
            ORDER BY {OrderOf(filter)}, coalesce(e.part, 1) LIMIT @Most
            """;
        var arguments = new
        {
            DocumentId = filter.After?.DocumentId ?? 0, Part = filter.After?.Part ?? 0, State = filter.State is { } state ? WorkStates.CodeOf(state) : null,
            Agency = LikePattern.Containing(filter.Agency ?? ""), filter.Year, filter.Form, filter.Tag, filter.Most,
        };
        return [.. await database.ReadAsync(connection => connection.QueryAsync<ListedRecord>(sql, arguments), cancellation)];
    }

    /// <summary>Of all reports that were decided about, that the store asks something of, or that are catalogued; others have none.</summary>
    public Task<IReadOnlyDictionary<RecordId, ReportMark>> ListMarksAsync(CancellationToken cancellation)
    {
        const string Decisions = """
            SELECT e.document_id AS DocumentId, e.part AS Part, max(c.decision_id) AS Decision
            FROM decisions c JOIN extractions e ON e.extraction_id = c.extraction_id GROUP BY e.document_id, e.part
            """;
        const string Catalogued = """
            SELECT e.document_id AS DocumentId, e.part AS Part, 'catalogue' AS Reason, c.archival_code || '|' || coalesce(c.fonds, '') || '|' || coalesce(c.title, '') || '|' || coalesce(c.responsible, '')
                || '|' || coalesce(c.year, '') || '|' || coalesce(c.retention, '') || '|' || coalesce(c.security, '') AS Detail
            FROM catalogue_entries c JOIN extractions e ON e.document_id = c.document_id AND e.is_current = 1
            """;
        const string Items = "SELECT document_id AS DocumentId, part AS Part, reason AS Reason, detail AS Detail FROM report_items ORDER BY document_id, part, position";
        return database.ReadAsync<IReadOnlyDictionary<RecordId, ReportMark>>(async connection =>
        {
            var decided = (await connection.QueryAsync<DecidedRow>(Decisions)).ToDictionary(row => new RecordId(row.DocumentId, row.Part), row => row.Decision);
            var items = (await connection.QueryAsync<ItemRow>(Items)).Concat(await connection.QueryAsync<ItemRow>(Catalogued))
                .ToLookup(row => new RecordId(row.DocumentId, row.Part), row => $"{row.Reason} {row.Detail}");
            return decided.Keys.Union(items.Select(rows => rows.Key)).ToDictionary(id => id, id => new ReportMark(decided.GetValueOrDefault(id), string.Join('\n', items[id])));
        }, cancellation);
    }

    /// <summary>Open questions, what matters most first; only those of one reason, if it is given.</summary>
    public async Task<IReadOnlyList<QueuedItem>> QueueAsync(string? reason, int most, CancellationToken cancellation)
    {
        var condition = reason is null ? "" : "AND i.reason = @reason";
        var sql = $"""
            SELECT i.item_id AS ItemId, i.document_id AS DocumentId, i.part AS Part, d.path AS Path, i.subject AS Subject, i.reason AS Reason,
                i.probability AS Probability, i.weight AS Weight, i.opened_at AS OpenedAt
            FROM review_items i JOIN documents d ON d.document_id = i.document_id
            WHERE i.closed_at IS NULL AND d.replaced_by IS NULL {condition}
            ORDER BY i.weight DESC, i.item_id LIMIT @most
            """;
        return [.. await database.ReadAsync(connection => connection.QueryAsync<QueuedItem>(sql, new { reason, most }), cancellation)];
    }

    /// <summary>Null where the store has no such document.</summary>
    public Task<DocumentDetails?> FindAsync(long documentId, CancellationToken cancellation)
    {
        const string Document = """
            SELECT d.document_id AS DocumentId, d.path AS Path, d.sha256 AS Sha256, d.bytes AS Bytes, w.state AS State, d.collected_at AS CollectedAt,
                w.changed_at AS ChangedAt, w.priority AS Priority, w.attempts AS Attempts, w.retry_at AS RetryAt, d.replaced_by AS ReplacedBy,
                (SELECT min(l.location) FROM locations l WHERE l.document_id = d.document_id) AS Location
            FROM documents d JOIN work w ON w.document_id = d.document_id WHERE d.document_id = @documentId
            """;
        const string Files = "SELECT name AS Name, sha256 AS Sha256 FROM document_files WHERE document_id = @documentId ORDER BY position";
        const string Versions = """
            SELECT version AS Version, part AS Part, is_current AS IsCurrent, record_sha256 AS RecordSha256, engine AS Engine, outcome AS Outcome, form AS Form,
                agency AS Agency, year AS Year, pages AS Pages, fields AS Fields, open AS Open, findings AS Findings, made_at AS MadeAt
            FROM extractions WHERE document_id = @documentId ORDER BY version DESC, part
            """;
        const string Twins = """
            SELECT document_id AS DocumentId, path AS Path FROM documents
            WHERE sha256 = (SELECT sha256 FROM documents WHERE document_id = @documentId AND sha256 <> '') AND document_id <> @documentId ORDER BY document_id
            """;
        const string Open = """
            SELECT i.part AS Part, i.subject AS Subject, i.reason AS Reason, f.state AS State, f.value AS Value, f.printed AS Printed, i.probability AS Probability
            FROM review_items i JOIN extractions e ON e.document_id = i.document_id AND e.part = i.part AND e.is_current = 1
                LEFT JOIN fields f ON f.extraction_id = e.extraction_id AND f.path = i.subject
            WHERE i.document_id = @documentId AND i.closed_at IS NULL ORDER BY i.part, i.weight DESC, i.item_id
            """;
        const string Sources = $"""
            SELECT s.part AS Part, s.agency_id AS AgencyId, a.name AS Name, {Master} AS MasterId
            FROM report_sources s JOIN registered_agencies a ON a.agency_id = s.agency_id WHERE s.document_id = @documentId ORDER BY s.part
            """;
        const string Tags = "SELECT tag FROM document_tags WHERE document_id = @documentId ORDER BY tag";
        const string Findings = """
            SELECT e.part AS Part, f.check_id AS CheckId, f.severity AS Severity, f.left_side AS LeftSide, f.right_side AS RightSide
            FROM findings f JOIN extractions e ON e.extraction_id = f.extraction_id
            WHERE e.document_id = @documentId AND e.is_current = 1 ORDER BY e.part, f.position
            """;
        var id = new { documentId };
        return database.ReadAsync(async connection => await connection.QuerySingleOrDefaultAsync<DocumentRow>(Document, id) is not { } document ? null : new DocumentDetails
        {
            Document = document,
            Files = [.. await connection.QueryAsync<FileRow>(Files, id)],
            Versions = [.. await connection.QueryAsync<VersionRow>(Versions, id)],
            Twins = [.. await connection.QueryAsync<TwinRow>(Twins, id)],
            Sources = [.. await connection.QueryAsync<SourceRow>(Sources, id)],
            Open = [.. await connection.QueryAsync<OpenFieldRow>(Open, id)],
            Tags = [.. await connection.QueryAsync<string>(Tags, id)],
            Findings = [.. await connection.QueryAsync<FindingRow>(Findings, id)],
            Catalogued = await CatalogueTable.FindAsync(connection, documentId),
        }, cancellation);
    }

    private static IEnumerable<string> ConditionsOf(RecordFilter filter)
    {
        var id = OrderOf(filter);
        yield return $"{id} >= @DocumentId AND ({id} > @DocumentId OR coalesce(e.part, 1) > @Part)";
        if (filter.State is not null)
            yield return "w.state = @State";
        if (filter.Agency is not null)
            yield return """e.agency IN (SELECT name FROM agencies WHERE name LIKE @Agency ESCAPE '\')""";
        if (filter.Year is not null)
            yield return "e.year = @Year";
        if (filter.Form is not null)
            yield return "e.form = @Form";
        if (filter.Tag is not null)
            yield return "EXISTS (SELECT 1 FROM document_tags t WHERE t.tag = @Tag AND t.document_id = d.document_id)";
    }

    /// <summary>The document's number in the table whose index is to be walked.</summary>
    private static string OrderOf(RecordFilter filter) =>
        filter.Year is not null || filter.Form is not null || filter.Agency is not null ? "e.document_id" : filter.State is not null ? "w.document_id" : "d.document_id";
}
