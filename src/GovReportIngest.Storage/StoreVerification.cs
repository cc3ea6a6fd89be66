using Dapper;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Review;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage;

/// <summary>Compares a store with itself: the database, the hash of every blob, and every record with its rows.</summary>
public sealed class StoreVerification
{
    private const int Slice = 1000;
    private readonly IStoreDatabase database;
    private readonly IBlobStore blobs;
    private readonly ReviewedReports reviewed;

    internal StoreVerification(IStoreDatabase database, IBlobStore blobs, ReviewedReports reviewed) =>
        (this.database, this.blobs, this.reviewed) = (database, blobs, reviewed);

    private sealed record CurrentRecord
    {
        public required long DocumentId { get; init; }

        public required long Part { get; init; }

        public required string RecordSha256 { get; init; }

        public string? Form { get; init; }

        public required string Outcome { get; init; }

        public required long Fields { get; init; }

        public required long Open { get; init; }

        public required long Findings { get; init; }

        public required long FieldRows { get; init; }

        public required long FindingRows { get; init; }

        public required long ItemRows { get; init; }
    }

    /// <param name="progress">Gets the number of blobs read so far.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<VerificationResult> RunAsync(Action<long> progress, CancellationToken cancellation)
    {
        var faults = (await database.ExamineAsync(cancellation)).Select(fault => new StoreDefect("database", fault)).ToList();
        var used = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var use in BlobUses.ListAsync(database, cancellation))
            if (used.Add(use.Sha256))
            {
                if (await blobs.ExamineAsync(use.Sha256, cancellation) is not BlobState.Sound and var state)
                    faults.Add(new(state is BlobState.Missing ? "blob-missing" : "blob-damaged", $"{use.Sha256} ({use.UsedBy})"));
                progress(used.Count);
            }

        var records = await CompareRecordsAsync(faults, cancellation);
        return new(used.Count, records, await blobs.ListAsync(cancellation).CountAsync(sha256 => !used.Contains(sha256), cancellation), faults);
    }

    private async Task<long> CompareRecordsAsync(List<StoreDefect> faults, CancellationToken cancellation)
    {
        const string Sql = """
            SELECT e.document_id AS DocumentId, e.part AS Part, e.record_sha256 AS RecordSha256, e.form AS Form,
                e.outcome AS Outcome, e.fields AS Fields, e.open AS Open, e.findings AS Findings,
                (SELECT count(*) FROM fields f WHERE f.extraction_id = e.extraction_id) AS FieldRows,
                (SELECT count(*) FROM findings f WHERE f.extraction_id = e.extraction_id) AS FindingRows,
                (SELECT count(*) FROM review_items i WHERE i.document_id = e.document_id AND i.part = e.part AND i.closed_at IS NULL) AS ItemRows
            FROM extractions e WHERE e.is_current = 1 AND e.document_id > @from AND e.document_id <= @from + @Slice
            """;
        var (last, compared) = (await BlobUses.LastDocumentAsync(database, cancellation), 0L);
        for (var from = 0L; from < last; from += Slice)
            foreach (var row in await database.ReadAsync(connection => connection.QueryAsync<CurrentRecord>(Sql, new { from, Slice }), cancellation))
            {
                compared++;
                if (await blobs.ExamineAsync(row.RecordSha256, cancellation) is BlobState.Sound && !await FitsAsync(row, cancellation))
                    faults.Add(new("record-differs", $"document {row.DocumentId}, report {row.Part}: its rows are not those of its record"));
            }

        return compared;
    }

    private async Task<bool> FitsAsync(CurrentRecord row, CancellationToken cancellation)
    {
        var read = RecordJson.Read(await blobs.ReadAsync(row.RecordSha256, cancellation));
        var record = await database.ReadAsync(connection => reviewed.ApplyAsync(connection, row.DocumentId, row.Part, read), cancellation);
        var rows = new RecordRows(record);
        return (rows.Form, rows.Outcome, rows.Fields, rows.Open, rows.Findings) == (row.Form, row.Outcome, row.Fields, row.Open, row.Findings)
            && (record.Fields.Count, rows.Findings) == (row.FieldRows, row.FindingRows)
            && ReviewItems.SubjectsOf(record).Count() == row.ItemRows;
    }
}
