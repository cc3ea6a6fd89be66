using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Storage.Agencies;

/// <summary>
/// Finds the agencies of a document's reports in the register, and compares the sources of each report: the most trusted one is the master, the
/// others bear witness. Done in the transaction that changes a record or a decision, so that what is asked is always in step.
/// </summary>
internal sealed class ReportMatching(IBlobStore blobs, ReviewedReports reviewed, TimeProvider time)
{
    private sealed record Printed
    {
        public required long Part { get; init; }

        public string? Agency { get; init; }

        public long? Year { get; init; }

        public string? Form { get; init; }

        /// <summary>Whether a person is asked about the name already.</summary>
        public required bool IsOpen { get; init; }

        public required long Trust { get; init; }
    }

    private sealed record Source(long DocumentId, long Part, long ExtractionId, string Path, string? ExpectedForm)
    {
        public RecordId Id => new(DocumentId, Part);
    }

    /// <summary>Nothing is done where no register was imported, and nothing is expected of the document.</summary>
    public async Task MatchAsync(DbConnection connection, long documentId)
    {
        var expected = await connection.ExecuteScalarAsync<string?>("SELECT expected_form FROM documents WHERE document_id = @documentId", new { documentId });
        var isRegistered = await RegisterRows.AreThereAsync(connection);
        if (!isRegistered && expected is null)
            return;
        var touched = (await KeysOfAsync(connection, documentId)).ToHashSet();
        await connection.ExecuteAsync("DELETE FROM report_sources WHERE document_id = @documentId", new { documentId });
        var reports = (await PrintedAsync(connection, documentId)).ToList();
        await ReportItems.RemoveAfterAsync(connection, documentId, reports.Count);
        foreach (var report in reports)
        {
            var match = isRegistered && report.Agency is { } printed ? (await RegisterRows.FindAsync(connection, printed)).Match(printed, (int?)report.Year) : null;
            var agencyId = match is AgencyMatch.Found(var found) ? found : null;
            if (match is not null)
                await InsertAsync(connection, documentId, report, agencyId);
            if (agencyId is not null && report is { Year: { } year, Form: { } form })
                touched.Add(new(agencyId, year, form));
            else
                await AskAsync(connection, new(documentId, report.Part), [.. ItemsOf(expected, report.Form), .. ItemsOf(report, match)]);
        }

        foreach (var key in touched)
            await CompareAsync(connection, key);
    }

    /// <summary>The reports that it was a source of, and those of documents that it replaced.</summary>
    private static Task<IEnumerable<ReportKey>> KeysOfAsync(DbConnection connection, long documentId) => connection.QueryAsync<ReportKey>("""
        SELECT DISTINCT s.agency_id AS AgencyId, s.year AS Year, s.form AS Form FROM report_sources s JOIN documents d ON d.document_id = s.document_id
        WHERE (d.document_id = @documentId OR d.replaced_by = @documentId) AND s.agency_id IS NOT NULL AND s.year IS NOT NULL AND s.form IS NOT NULL
        """, new { documentId });

    private static Task<IEnumerable<Printed>> PrintedAsync(DbConnection connection, long documentId) => connection.QueryAsync<Printed>("""
        SELECT e.part AS Part, e.agency AS Agency, e.year AS Year, e.form AS Form,
            EXISTS (SELECT 1 FROM fields f WHERE f.extraction_id = e.extraction_id AND f.path = 'report.agency' AND f.review = 'open') AS IsOpen,
            CASE WHEN EXISTS (SELECT 1 FROM fields f WHERE f.extraction_id = e.extraction_id AND f.review IN ('confirmed', 'corrected'))
                    AND NOT EXISTS (SELECT 1 FROM fields f WHERE f.extraction_id = e.extraction_id AND f.review = 'open') THEN 0
                WHEN EXISTS (SELECT 1 FROM pages p WHERE p.extraction_id = e.extraction_id AND p.read_from = 'ocr') THEN 2 ELSE 1 END AS Trust
        FROM extractions e WHERE e.document_id = @documentId AND e.is_current = 1 ORDER BY e.part
        """, new { documentId });

    private static Task InsertAsync(DbConnection connection, long documentId, Printed report, string? agencyId) => connection.ExecuteAsync("""
        INSERT INTO report_sources (document_id, part, printed, agency_id, year, form, trust) VALUES (@documentId, @Part, @Agency, @agencyId, @Year, @Form, @Trust)
        """, new { documentId, report.Part, report.Agency, agencyId, report.Year, report.Form, report.Trust });

    private static IReadOnlyList<DocumentItem> ItemsOf(string? expected, string? form) => RegisterItems.OfForm(expected, form) is { } item ? [item] : [];

    private static IReadOnlyList<DocumentItem> ItemsOf(Printed report, AgencyMatch? match) =>
        match is not null && report is { Form: not null, IsOpen: false } && RegisterItems.Of(match, report.Agency!) is { } item ? [item] : [];

    private async Task CompareAsync(DbConnection connection, ReportKey report)
    {
        var sources = (await connection.QueryAsync<Source>("""
            SELECT s.document_id AS DocumentId, s.part AS Part, e.extraction_id AS ExtractionId, d.path AS Path, d.expected_form AS ExpectedForm
            FROM report_sources s JOIN documents d ON d.document_id = s.document_id AND d.replaced_by IS NULL
                JOIN extractions e ON e.document_id = s.document_id AND e.part = s.part AND e.is_current = 1
            WHERE s.agency_id = @AgencyId AND s.year = @Year AND s.form = @Form ORDER BY s.trust, s.document_id, s.part
            """, report)).ToList();
        for (var index = 0; index < sources.Count; index++)
            await AskAsync(connection, sources[index].Id,
                [.. ItemsOf(sources[index].ExpectedForm, report.Form), .. index > 0 ? [] : await WitnessesAsync(connection, sources[0], sources.Skip(1))]);
    }

    private static async Task<IReadOnlyList<DocumentItem>> WitnessesAsync(DbConnection connection, Source master, IEnumerable<Source> witnesses)
    {
        var items = new List<DocumentItem>();
        foreach (var witness in witnesses)
            if (await WitnessFields.CompareAsync(connection, master.ExtractionId, witness.ExtractionId) is { Count: > 0 } differences)
                items.Add(WitnessFields.ItemOf(witness.Id, witness.Path, differences));
        return items;
    }

    /// <summary>Brings the rows of a report in step with what is asked of it now.</summary>
    private async Task AskAsync(DbConnection connection, RecordId id, IReadOnlyList<DocumentItem> items)
    {
        if (!await ReportItems.ReplaceAsync(connection, id, items))
            return;
        var current = (await CurrentExtraction.FindAsync(connection, id))!;
        var record = await reviewed.ApplyAsync(
            connection, id.DocumentId, id.Part, RecordJson.Read(await blobs.ReadAsync(current.RecordSha256, CancellationToken.None)));
        await new RecordRows(record).UpdateAsync(connection, current.ExtractionId, before: record);
        await ReviewItems.ReplaceAsync(connection, id, record, time.Milliseconds());
        await WorkTable.SettleAsync(connection, id.DocumentId, time.Milliseconds());
    }
}
