using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Agencies;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Review;
using GovReportIngest.Storage.Search;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Documents;

/// <summary>Keeps what was read of documents: every version as it was, and the rows of the current one.</summary>
public sealed class ExtractionTable
{
    private readonly IStoreDatabase database;
    private readonly IBlobStore blobs;
    private readonly ReviewedReports reviewed;
    private readonly ReportMatching matching;
    private readonly TimeProvider time;

    internal ExtractionTable(IStoreDatabase database, IBlobStore blobs, ReviewedReports reviewed, ReportMatching matching, TimeProvider time) =>
        (this.database, this.blobs, this.reviewed, this.matching, this.time) = (database, blobs, reviewed, matching, time);

    /// <summary>
    /// Stores what was read under a claim: the records of all reports of the document as its new version, whole or not at all. What people
    /// decided about an earlier version applies to the new one.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public Task<Recorded> RecordAsync(Claim claim, IReadOnlyList<RecordFile> records, CancellationToken cancellation) =>
        RecordAsync(claim.DocumentId, connection => ClaimTable.HoldsAsync(connection, claim), records, cancellation);

    /// <summary>The same for records that are known to be right whoever reads the document now, as those of an out folder.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public Task<Recorded> RecordAsync(long documentId, IReadOnlyList<RecordFile> records, CancellationToken cancellation) =>
        RecordAsync(documentId, _ => Task.FromResult(true), records, cancellation);

    private async Task<Recorded> RecordAsync(
        long documentId, Func<DbConnection, Task<bool>> mayWrite, IReadOnlyList<RecordFile> records, CancellationToken cancellation)
    {
        var hashes = new List<string>();
        foreach (var record in records)
            hashes.Add(await PutAsync(record, cancellation));
        return await database.WriteAsync(async connection =>
        {
            if (!await mayWrite(connection))
                return Recorded.Refused;
            var current = await CurrentExtraction.ListAsync(connection, documentId);
            var isNew = !current.Select(extraction => extraction.RecordSha256).SequenceEqual(hashes);
            var shown = await reviewed.ApplyAsync(connection, documentId, records);
            if (isNew)
                await ReplaceAsync(connection, documentId, current, shown, hashes);
            await WorkTable.EndAsync(connection, documentId, shown, time.GetUtcNow());
            if (isNew)
                await matching.MatchAsync(connection, documentId);
            return isNew ? Recorded.New : Recorded.Same;
        }, cancellation);
    }

    /// <summary>The records of the current version, part by part; empty where none was read yet.</summary>
    /// <exception cref="StoreException">A record is damaged, or the store cannot be read.</exception>
    public async Task<IReadOnlyList<ReportRecord>> ReadCurrentAsync(long documentId, CancellationToken cancellation)
    {
        var records = new List<ReportRecord>();
        foreach (var current in await database.ReadAsync(connection => CurrentExtraction.ListAsync(connection, documentId), cancellation))
            records.Add(RecordJson.Read(await blobs.ReadAsync(current.RecordSha256, cancellation)));
        return records;
    }

    private async Task<string> PutAsync(RecordFile record, CancellationToken cancellation)
    {
        try
        {
            return await blobs.PutAsync(record.Bytes, cancellation);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Failed, wrong.Message, wrong);
        }
    }

    private async Task ReplaceAsync(
        DbConnection connection, long documentId, IReadOnlyList<CurrentExtraction> before, IReadOnlyList<RecordFile> records, IReadOnlyList<string> hashes)
    {
        const string Leave = """
            UPDATE extractions SET is_current = 0 WHERE extraction_id = @ExtractionId;
            DELETE FROM pages WHERE extraction_id = @ExtractionId;
            DELETE FROM fields WHERE extraction_id = @ExtractionId;
            DELETE FROM findings WHERE extraction_id = @ExtractionId;
            """;
        const string Insert = """
            INSERT INTO extractions (document_id, version, part, parts, is_current, record_sha256, engine, form, outcome, agency, year,
                pages, fields, open, findings, made_at)
            VALUES (@documentId, @version, @Part, @Parts, 1, @Sha256, @Engine, @Form, @Outcome, @Agency, @Year, @Pages, @Fields, @Open, @Findings, @Now)
            RETURNING extraction_id
            """;
        await connection.ExecuteAsync(Leave, before);
        foreach (var old in before)
            await SearchTable.RemoveAsync(connection, database.Search, old.ExtractionId);
        var version = before.Count == 0 ? 1 : before[0].Version + 1;
        for (var index = 0; index < records.Count; index++)
        {
            var rows = new RecordRows(records[index].Record);
            var id = await connection.ExecuteScalarAsync<long>(Insert, new
            {
                documentId, version, Part = index + 1, Parts = records.Count, Sha256 = hashes[index], rows.Engine, rows.Form, rows.Outcome, rows.Agency,
                rows.Year, rows.Pages, rows.Fields, rows.Open, rows.Findings, Now = time.Milliseconds(),
            });
            await rows.InsertAsync(connection, id);
            await SearchTable.AddAsync(connection, database.Search, id, records[index].Record);
            await AgencyNames.AddAsync(connection, rows.Agency);
        }

        await ReviewItems.ReplaceAllAsync(connection, documentId, records.Select(file => file.Record), time.Milliseconds());
    }
}
