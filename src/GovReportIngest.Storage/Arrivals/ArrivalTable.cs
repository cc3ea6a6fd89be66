using Dapper;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Arrivals;

/// <summary>What watchers know of their folders, so that after an end at any moment nothing is lost and nothing is taken twice.</summary>
public sealed class ArrivalTable(IStoreDatabase database)
{
    private sealed record Row
    {
        public required string Location { get; init; }

        public required string Watched { get; init; }

        public required string Files { get; init; }

        public string? Verdict { get; init; }

        public string? Reason { get; init; }

        public string? Target { get; init; }

        public Arrival ToArrival() => new()
        {
            Location = Location, Watched = Watched, Files = Files, Reason = Reason, Target = Target,
            Verdict = Verdict is null ? null : Enum.Parse<Verdict>(Verdict, ignoreCase: true),
        };
    }

    private sealed record Read
    {
        public required string Location { get; init; }

        public long? Rejected { get; init; }
    }

    /// <summary>All that lies in a watched folder.</summary>
    public async Task<IReadOnlyList<Arrival>> ListAsync(string watched, CancellationToken cancellation)
    {
        const string Sql = """
            SELECT location AS Location, watched AS Watched, files AS Files, verdict AS Verdict, reason AS Reason, target AS Target
            FROM arrivals WHERE watched = @watched ORDER BY location
            """;
        return [.. (await database.ReadAsync(connection => connection.QueryAsync<Row>(Sql, new { watched }), cancellation)).Select(row => row.ToArrival())];
    }

    /// <summary>What was taken in, in place of what was known of these locations.</summary>
    public Task AddAsync(IReadOnlyList<Arrival> arrivals, CancellationToken cancellation)
    {
        const string Forget = "DELETE FROM arrival_documents WHERE location = @Location; DELETE FROM arrivals WHERE location = @Location;";
        const string Insert = "INSERT INTO arrivals (location, watched, files, verdict, reason) VALUES (@Location, @Watched, @Files, @Verdict, @Reason)";
        const string InsertDocument = "INSERT INTO arrival_documents (location, document_id) VALUES (@Location, @id) ON CONFLICT DO NOTHING";
        return database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync(Forget, arrivals);
            await connection.ExecuteManyAsync(Insert, arrivals.Select(arrival => new { arrival.Location, arrival.Watched, arrival.Files, Verdict = CodeOf(arrival.Verdict), arrival.Reason }));
            return await connection.ExecuteManyAsync(InsertDocument, arrivals.SelectMany(arrival => arrival.DocumentIds.Select(id => new { arrival.Location, id })));
        }, cancellation);
    }

    /// <summary>
    /// Those without a verdict of which every document was read, or replaced by another before; what is rejected but due to be tried again
    /// is not read yet.
    /// </summary>
    public async Task<IReadOnlyList<FinishedArrival>> FindFinishedAsync(string watched, CancellationToken cancellation)
    {
        const string Sql = """
            SELECT a.location AS Location, CASE WHEN w.state = 'rejected' AND d.replaced_by IS NULL THEN w.document_id END AS Rejected
            FROM arrivals a JOIN arrival_documents l ON l.location = a.location
                JOIN work w ON w.document_id = l.document_id JOIN documents d ON d.document_id = l.document_id
            WHERE a.watched = @watched AND a.verdict IS NULL AND NOT EXISTS (
                SELECT 1 FROM arrival_documents ol JOIN work ow ON ow.document_id = ol.document_id JOIN documents od ON od.document_id = ol.document_id
                WHERE ol.location = a.location AND od.replaced_by IS NULL
                    AND (ow.state IN ('collected', 'processing') OR (ow.state = 'rejected' AND ow.retry_at IS NOT NULL)))
            ORDER BY a.location, w.document_id
            """;
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Read>(Sql, new { watched }), cancellation);
        return [.. rows.GroupBy(row => row.Location).Select(rows => new FinishedArrival(rows.Key, [.. rows.Where(row => row.Rejected is not null).Select(row => row.Rejected!.Value)]))];
    }

    /// <summary>Writes verdict, reason and target of arrivals that are known.</summary>
    public Task JudgeAsync(IEnumerable<Arrival> arrivals, CancellationToken cancellation)
    {
        const string Sql = "UPDATE arrivals SET verdict = @Verdict, reason = @Reason, target = @Target WHERE location = @Location";
        var rows = arrivals.Select(arrival => new { arrival.Location, Verdict = CodeOf(arrival.Verdict), arrival.Reason, arrival.Target }).ToList();
        return database.WriteAsync(connection => connection.ExecuteManyAsync(Sql, rows), cancellation);
    }

    /// <summary>These are no longer there.</summary>
    public Task ForgetAsync(IEnumerable<string> locations, CancellationToken cancellation)
    {
        const string Sql = "DELETE FROM arrival_documents WHERE location = @location; DELETE FROM arrivals WHERE location = @location;";
        var rows = locations.Select(location => new { location }).ToList();
        return database.WriteAsync(connection => connection.ExecuteAsync(Sql, rows), cancellation);
    }

    private static string? CodeOf(Verdict? verdict) => verdict?.ToString().ToLowerInvariant();
}
