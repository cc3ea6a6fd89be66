using Dapper;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Arrivals;

/// <summary>What watchers know of lists on the web, so that after an end at any moment nothing is lost and little is asked for twice.</summary>
public sealed class FetchTable(IStoreDatabase database, TimeProvider time)
{
    private const string Columns = """
        listing AS Listing, url AS Url, rules AS Rules, etag AS ETag, last_modified AS LastModified, due_at AS DueAt, attempts AS Attempts, reason AS Reason
        """;

    /// <summary>The pages of a list that were read so far.</summary>
    public async Task<IReadOnlyList<Fetch>> ListPagesAsync(string listing, CancellationToken cancellation) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<Fetch>($"SELECT {Columns} FROM fetches WHERE listing = @listing AND kind = 'page' ORDER BY url", new { listing }), cancellation)];

    /// <summary>Reports that are to be asked for now, those first that wait longest.</summary>
    public async Task<IReadOnlyList<Fetch>> FindDueAsync(string listing, int most, CancellationToken cancellation)
    {
        const string Sql = $"SELECT {Columns} FROM fetches WHERE listing = @listing AND kind = 'report' AND due_at <= @Now ORDER BY due_at, url LIMIT @most";
        return [.. await database.ReadAsync(connection => connection.QueryAsync<Fetch>(Sql, new { listing, most, Now = time.Milliseconds() }), cancellation)];
    }

    /// <summary>A page of the list was read: it and the reports that it leads to are known together, or not at all.</summary>
    /// <returns>How many of the reports are new.</returns>
    public Task<int> FoundAsync(Fetch page, IReadOnlyCollection<string> reports, CancellationToken cancellation)
    {
        const string Page = """
            INSERT INTO fetches (listing, url, kind, rules, etag, last_modified) VALUES (@Listing, @Url, 'page', @Rules, @ETag, @LastModified)
            ON CONFLICT (listing, url) DO UPDATE SET kind = 'page', rules = @Rules, etag = @ETag, last_modified = @LastModified
            """;
        return database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync(Page, page);
            return await InsertAsync(connection, page.Listing, reports);
        }, cancellation);
    }

    /// <summary>Further reports that a report leads to.</summary>
    public Task<int> AddAsync(string listing, IReadOnlyCollection<string> reports, CancellationToken cancellation) =>
        database.WriteAsync(connection => InsertAsync(connection, listing, reports), cancellation);

    /// <summary>How a report was answered, and when it is to be asked for again.</summary>
    public Task EndAsync(Fetch report, CancellationToken cancellation) => database.WriteAsync(connection => connection.ExecuteAsync("""
        UPDATE fetches SET etag = @ETag, last_modified = @LastModified, due_at = @DueAt, attempts = @Attempts, reason = @Reason WHERE listing = @Listing AND url = @Url
        """, report), cancellation);

    private Task<int> InsertAsync(System.Data.Common.DbConnection connection, string listing, IReadOnlyCollection<string> reports) => connection.ExecuteAsync(
        "INSERT INTO fetches (listing, url, kind, due_at) VALUES (@listing, @url, 'report', @Now) ON CONFLICT DO NOTHING",
        reports.Select(url => new { listing, url, Now = time.Milliseconds() }));
}
