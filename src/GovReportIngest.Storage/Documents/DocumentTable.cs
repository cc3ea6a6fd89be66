using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Collect;
using GovReportIngest.Storage.Agencies;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Documents;

/// <summary>
/// Takes documents in. A document is its bytes under its name: the same again is the same document, other bytes at the same place replace it,
/// the same bytes under another name are a document of their own.
/// </summary>
public sealed class DocumentTable
{
    private readonly IStoreDatabase database;
    private readonly IBlobStore blobs;
    private readonly ReportMatching matching;
    private readonly TimeProvider time;

    internal DocumentTable(IStoreDatabase database, IBlobStore blobs, ReportMatching matching, TimeProvider time) =>
        (this.database, this.blobs, this.matching, this.time) = (database, blobs, matching, time);

    private sealed record Found
    {
        public required long DocumentId { get; init; }

        /// <summary>It stands at its place, and no unread file of its name is left.</summary>
        public required bool IsSettled { get; init; }
    }

    /// <summary>When this returns, the bytes are safe. Nothing is written where the store has the document already.</summary>
    /// <param name="entry">What was found.</param>
    /// <param name="source">Its hashes; null where it cannot be read, which is kept as well.</param>
    /// <param name="options">How it is taken in.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null where a file has other bytes by now than were hashed, or is gone.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<StoredDocument?> CollectAsync(SourceEntry entry, SourceDocument? source, CollectOptions options, CancellationToken cancellation)
    {
        // What cannot be read replaces nothing: it may be only its rights, or the network, for a while.
        var location = source is null ? null : options.Location ?? LocationOf(entry);
        var found = await FindAsync(entry.Path, source?.Sha256 ?? "", location, cancellation);
        if (found is { IsSettled: true })
            return new(found.DocumentId, Standing.Known);
        var files = await TryPutFilesAsync(source, cancellation);
        if (files is null)
            return null;
        return await database.WriteAsync(async connection =>
        {
            if (options.IsWithoutTwins && found is null && source is not null && await FindTwinAsync(connection, source) is { } twin)
                return new(twin, Standing.Twin);
            var id = await InsertAsync(connection, entry, source, files, options);
            var replaced = await ReplaceAsync(connection, id, entry.Path, location);
            if (found is not null || replaced is not null)
                await matching.MatchAsync(connection, id);
            return new StoredDocument(id, found is null ? Standing.New : Standing.Known, replaced);
        }, cancellation);
    }

    private static string? LocationOf(SourceEntry entry) =>
        entry.Files.Count == 0 ? null : entry.IsFolder ? Path.GetDirectoryName(entry.Files[0]) : entry.Files[0];

    private Task<Found?> FindAsync(string path, string sha256, string? location, CancellationToken cancellation)
    {
        const string Sql = """
            SELECT d.document_id AS DocumentId,
                CASE WHEN d.replaced_by IS NULL
                    AND (@location IS NULL OR EXISTS (SELECT 1 FROM locations l WHERE l.location = @location AND l.document_id = d.document_id))
                    AND NOT EXISTS (SELECT 1 FROM documents u WHERE u.path = d.path AND u.sha256 = '' AND u.replaced_by IS NULL AND u.document_id <> d.document_id)
                THEN 1 ELSE 0 END AS IsSettled
            FROM documents d WHERE d.sha256 = @sha256 AND d.path = @path
            """;
        return database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Found>(Sql, new { path, sha256, location }), cancellation);
    }

    private static Task<long?> FindTwinAsync(DbConnection connection, SourceDocument source) => connection.QueryFirstOrDefaultAsync<long?>(
        "SELECT document_id FROM documents WHERE sha256 = @Sha256 AND path <> @Path AND replaced_by IS NULL ORDER BY document_id LIMIT 1", new { source.Sha256, source.Path });

    /// <summary>Name and hash of every file; null where one has changed.</summary>
    private async Task<IReadOnlyList<(string Name, string Sha256)>?> TryPutFilesAsync(SourceDocument? source, CancellationToken cancellation)
    {
        var stored = new List<(string, string)>();
        if (source is null)
            return stored;
        foreach (var (file, sha256) in source.Files.Zip(source.FileHashes))
            try
            {
                if (!await blobs.TryPutFileAsync(file, sha256, cancellation))
                    return null;
                stored.Add((Path.GetRelativePath(Path.GetDirectoryName(source.Files[0])!, file), sha256));
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                throw new StoreException(StoreFault.Failed, wrong.Message, wrong);
            }

        return stored;
    }

    private async Task<long> InsertAsync(
        DbConnection connection, SourceEntry entry, SourceDocument? source, IReadOnlyList<(string Name, string Sha256)> files, CollectOptions options)
    {
        const string Insert = """
            INSERT INTO documents (path, sha256, bytes, is_folder, collected_at, url, expected_form) VALUES (@Path, @Sha256, @Bytes, @IsFolder, @Now, @Url, @ExpectedForm)
            ON CONFLICT (sha256, path) DO UPDATE SET replaced_by = NULL RETURNING document_id
            """;
        const string InsertFile = """
            INSERT INTO document_files (document_id, position, name, sha256) VALUES (@id, @Position, @Name, @Sha256) ON CONFLICT DO NOTHING
            """;
        const string InsertTag = "INSERT INTO document_tags (tag, document_id) VALUES (@tag, @id) ON CONFLICT DO NOTHING";
        const string InsertWork = "INSERT INTO work (document_id, state, priority, changed_at) VALUES (@id, 'collected', @Priority, @Now) ON CONFLICT DO NOTHING";
        var now = time.Milliseconds();
        var id = await connection.ExecuteScalarAsync<long>(Insert, new
        {
            entry.Path, Sha256 = source?.Sha256 ?? "", Bytes = source?.Bytes ?? 0, IsFolder = entry.IsFolder ? 1 : 0, Now = now, entry.Url, options.ExpectedForm,
        });
        await connection.ExecuteManyAsync(InsertFile, files.Select((file, index) => new { id, Position = index + 1, file.Name, file.Sha256 }));
        await connection.ExecuteAsync(InsertWork, new { id, options.Priority, Now = now });
        await connection.ExecuteManyAsync(InsertTag, options.Tags.Select(tag => new { tag, id }));
        return id;
    }

    /// <summary>What stood at the place before is replaced where it stands nowhere else, and so is what could not be read under this name.</summary>
    /// <returns>What stood there before; null for nothing.</returns>
    private static async Task<long?> ReplaceAsync(DbConnection connection, long id, string path, string? location)
    {
        const string Before = "SELECT document_id FROM locations WHERE location = @location AND document_id <> @id";
        const string Move = "INSERT INTO locations (location, document_id) VALUES (@location, @id) ON CONFLICT (location) DO UPDATE SET document_id = @id";
        const string Replace = """
            UPDATE documents SET replaced_by = @id
            WHERE document_id = @before AND NOT EXISTS (SELECT 1 FROM locations WHERE document_id = @before)
            """;
        const string ReplaceUnread = """
            UPDATE documents SET replaced_by = @id WHERE sha256 = '' AND path = @path AND document_id <> @id AND replaced_by IS NULL
            """;
        await connection.ExecuteAsync(ReplaceUnread, new { id, path });
        if (location is null)
            return null;
        var before = await connection.QuerySingleOrDefaultAsync<long?>(Before, new { location, id });
        await connection.ExecuteAsync(Move, new { location, id });
        if (before is not null)
            await connection.ExecuteAsync(Replace, new { id, before });
        return before;
    }
}
