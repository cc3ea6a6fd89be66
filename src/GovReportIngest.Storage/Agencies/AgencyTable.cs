using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Agencies;

/// <summary>The register of agencies, and what the store has of them.</summary>
public sealed class AgencyTable
{
    private const int Slice = 20;
    private const int MostUnknown = 50;

    /// <summary>The switch that stands while records are compared with a new register.</summary>
    private const string Matching = "matching";

    private readonly IStoreDatabase database;
    private readonly ReportMatching matching;
    private readonly TimeProvider time;

    internal AgencyTable(IStoreDatabase database, ReportMatching matching, TimeProvider time) => (this.database, this.matching, this.time) = (database, matching, time);

    private sealed record CellRow
    {
        public required string AgencyId { get; init; }

        public required long Year { get; init; }

        public long Accepted { get; init; }

        public long InReview { get; init; }

        public long Duplicates { get; init; }
    }

    /// <summary>
    /// Puts a register in place of the one before, and finds the agencies of all records in it. Ended in the middle, the new register stands, and
    /// importing it once more finishes the rest.
    /// </summary>
    /// <param name="progress">Gets the number of documents compared so far.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task ImportAsync(AgencyRegister register, Action<long> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(register);
        await database.WriteAsync(async connection =>
        {
            await RegisterRows.ReplaceAsync(connection, register);
            return await connection.ExecuteAsync("INSERT INTO switches (name, since) VALUES (@Matching, @Now) ON CONFLICT DO NOTHING", new { Matching, Now = time.Milliseconds() });
        }, cancellation);
        var compared = 0L;
        for (var last = 0L; await MatchSliceAsync(last, cancellation) is { Count: > 0 } ids; last = ids[^1])
            progress(compared += ids.Count);
        await database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM switches WHERE name = @Matching", new { Matching }), cancellation);
    }

    /// <summary>Null where no register was imported.</summary>
    public Task<Coverage?> CoverAsync(CoverageFilter filter, CancellationToken cancellation) => database.ReadAsync(async connection =>
    {
        if (!await RegisterRows.AreThereAsync(connection))
            return null;
        var cells = (await CellsAsync(connection)).ToDictionary(row => (row.AgencyId, (int)row.Year));
        var known = cells.Keys.Select(cell => cell.Item2).ToList();
        var (from, to) = (filter.From ?? known.DefaultIfEmpty(filter.To ?? 0).Min(), filter.To ?? known.DefaultIfEmpty(filter.From ?? -1).Max());
        List<int> years = [.. Enumerable.Range(from, Math.Max(0, to - from + 1))];
        return new Coverage
        {
            Years = years,
            Agencies = [.. (await RegisterRows.ReadAsync(connection)).Agencies.Where(agency => Fits(agency, filter))
                .Select(agency => new AgencyCoverage(agency, [.. years.Select(year => Of(agency, year, cells.GetValueOrDefault((agency.Id, year))))]))],
            Unknown = [.. await UnknownAsync(connection)],
            Waiting = await WaitingAsync(connection),
            IsUnfinished = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM switches WHERE name = @Matching", new { Matching }) > 0,
        };
    }, cancellation);

    private Task<IReadOnlyList<long>> MatchSliceAsync(long after, CancellationToken cancellation)
    {
        const string Next = """
            SELECT DISTINCT document_id FROM extractions WHERE is_current = 1 AND document_id > @after ORDER BY document_id LIMIT @Slice
            """;
        return database.WriteAsync<IReadOnlyList<long>>(async connection =>
        {
            var next = (await connection.QueryAsync<long>(Next, new { after, Slice })).ToList();
            foreach (var id in next)
                await matching.MatchAsync(connection, id);
            return next;
        }, cancellation);
    }

    /// <summary>What is received; in each report the most trusted source is the master, and the others are duplicates.</summary>
    private static Task<IEnumerable<CellRow>> CellsAsync(DbConnection connection) => connection.QueryAsync<CellRow>("""
        SELECT agency_id AS AgencyId, year AS Year,
            CAST(sum(CASE WHEN place = 1 AND outcome = 'accepted' THEN 1 ELSE 0 END) AS BIGINT) AS Accepted,
            CAST(sum(CASE WHEN place = 1 AND outcome <> 'accepted' THEN 1 ELSE 0 END) AS BIGINT) AS InReview,
            CAST(sum(CASE WHEN place > 1 THEN 1 ELSE 0 END) AS BIGINT) AS Duplicates
        FROM (SELECT s.agency_id, s.year, e.outcome,
                row_number() OVER (PARTITION BY s.agency_id, s.year, s.form ORDER BY s.trust, s.document_id, s.part) AS place
            FROM report_sources s JOIN documents d ON d.document_id = s.document_id AND d.replaced_by IS NULL
                JOIN extractions e ON e.document_id = s.document_id AND e.part = s.part AND e.is_current = 1
            WHERE s.agency_id IS NOT NULL AND s.year IS NOT NULL AND s.form IS NOT NULL) AS sources
        GROUP BY agency_id, year
        """);

    private static Task<IEnumerable<UnknownName>> UnknownAsync(DbConnection connection) => connection.QueryAsync<UnknownName>("""
        SELECT s.printed AS Name, count(*) AS Records FROM report_sources s JOIN documents d ON d.document_id = s.document_id AND d.replaced_by IS NULL
        WHERE s.agency_id IS NULL GROUP BY s.printed ORDER BY count(*) DESC, s.printed LIMIT @MostUnknown
        """, new { MostUnknown });

    private static Task<long> WaitingAsync(DbConnection connection) => connection.ExecuteScalarAsync<long>("""
        SELECT count(*) FROM work w JOIN documents d ON d.document_id = w.document_id AND d.replaced_by IS NULL WHERE w.state IN ('collected', 'processing')
        """);

    private static bool Fits(RegisteredAgency agency, CoverageFilter filter) => agency.Name.Contains(filter.Agency ?? "", StringComparison.Ordinal)
        && (agency.Region ?? "").StartsWith(filter.Region ?? "", StringComparison.Ordinal);

    private static YearCoverage Of(RegisteredAgency agency, int year, CellRow? cell) => new()
    {
        Year = year, IsExpected = agency.ExistsIn(year), Accepted = cell?.Accepted ?? 0, InReview = cell?.InReview ?? 0, Duplicates = cell?.Duplicates ?? 0,
    };
}
