using System.Runtime.CompilerServices;
using Dapper;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage;

/// <summary>A blob that a row names.</summary>
internal sealed record BlobUse
{
    public required string Sha256 { get; init; }

    public required string UsedBy { get; init; }
}

/// <summary>Every blob that a row names; those that several name come several times.</summary>
internal static class BlobUses
{
    private const int Slice = 1000;

    /// <summary>In slices, so that memory does not grow with the store.</summary>
    public static async IAsyncEnumerable<BlobUse> ListAsync(IStoreDatabase database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        const string Files = """
            SELECT sha256 AS Sha256, 'document ' || document_id AS UsedBy FROM document_files
            WHERE document_id > @from AND document_id <= @from + @Slice
            """;
        const string Records = """
            SELECT record_sha256 AS Sha256, 'record of document ' || document_id || ', version ' || version AS UsedBy FROM extractions
            WHERE document_id > @from AND document_id <= @from + @Slice
            """;
        var last = await LastDocumentAsync(database, cancellation);
        for (var from = 0L; from < last; from += Slice)
            foreach (var sql in new[] { Files, Records })
                foreach (var use in await database.ReadAsync(connection => connection.QueryAsync<BlobUse>(sql, new { from, Slice }), cancellation))
                    yield return use;
    }

    public static Task<long> LastDocumentAsync(IStoreDatabase database, CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT coalesce(max(document_id), 0) FROM documents"), cancellation);
}
