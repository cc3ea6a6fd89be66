using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Review;

/// <summary>Takes decisions of people. Nothing is overwritten: a decision is a row, and so is its reversal.</summary>
public sealed class ReviewTable
{
    private readonly IStoreDatabase database;
    private readonly KnownRecords records;
    private readonly ReviewedReports reviewed;
    private readonly TimeProvider time;

    internal ReviewTable(IStoreDatabase database, IBlobStore blobs, ReviewedReports reviewed, TimeProvider time) =>
        (this.database, records, this.reviewed, this.time) = (database, new(blobs), reviewed, time);

    private sealed record Current(long ExtractionId, long Version, string RecordSha256);

    /// <summary>Null where the store has no such report.</summary>
    /// <exception cref="StoreException">Its record is damaged, or the store cannot be read.</exception>
    public async Task<ReviewedReport?> FindAsync(RecordId id, CancellationToken cancellation)
    {
        var (current, log) = await database.ReadAsync(async connection =>
            (await FindCurrentAsync(connection, id), await Decisions.ListAsync(connection, id.DocumentId, id.Part)), cancellation);
        return current is null ? null : Make(id, current, await records.ReadAsync(current.RecordSha256, cancellation), log);
    }

    /// <summary>Makes a decision, unless somebody else made one about the same subject first.</summary>
    /// <param name="by">Name of who decides.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<DecisionResult> DecideAsync(RecordId id, DecisionRequest request, string by, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } before || !HasSubject(before, request.Subject))
            return new(DecisionOutcome.Unknown, null);
        return await database.WriteAsync(async connection =>
        {
            var now = Make(id, (await FindCurrentAsync(connection, id))!, before.Extracted, await Decisions.ListAsync(connection, id.DocumentId, id.Part));
            if (now.Version != before.Version || now.Version != request.Version || now.LastAbout(request.Subject) != request.Seen)
                return new(DecisionOutcome.Conflict, now.Version == before.Version ? now : null, 
                    now.Version == request.Version ? now.Log.LastOrDefault(row => row.Subject == request.Subject) : null);
            return DecisionOf(now, request) is { } decision
                ? await MakeAsync(connection, now, decision, request.Note, by) : new(DecisionOutcome.Refused, now);
        }, cancellation);
    }

    private async Task<DecisionResult> MakeAsync(DbConnection connection, ReviewedReport report, Decision decision, string? note, string by)
    {
        var current = (await FindCurrentAsync(connection, report.Id))!;
        await Decisions.InsertAsync(
            connection, current.ExtractionId, decision, decision.Result is null ? null : FieldOf(report.Extracted, decision.Subject), note, by, time.Milliseconds());
        var after = Make(report.Id, current, report.Extracted, await Decisions.ListAsync(connection, report.Id.DocumentId, report.Id.Part));
        var rows = new RecordRows(after.Record);
        await rows.UpdateAsync(connection, current.ExtractionId, decision.Subject);
        await AgencyNames.AddAsync(connection, rows.Agency);
        await ReviewItems.ReplaceAsync(connection, report.Id.DocumentId, report.Id.Part, after.Record, time.Milliseconds());
        await WorkTable.SettleAsync(connection, report.Id.DocumentId, time.Milliseconds());
        return new(DecisionOutcome.Made, after);
    }

    private ReviewedReport Make(RecordId id, Current current, ReportRecord extracted, IReadOnlyList<DecisionRow> log) => new()
    {
        Id = id, Version = current.Version, Extracted = extracted, Record = reviewed.Apply(extracted, log), Log = log, Form = reviewed.FormOf(extracted),
    };

    /// <summary>Null where it cannot be made.</summary>
    private static Decision? DecisionOf(ReviewedReport report, DecisionRequest request)
    {
        var decision = new Decision { Id = 0, Subject = request.Subject, Action = request.Action };
        if (request.Action is DecisionAction.Reverse)
            return DecisionLog.InForce(report.Log.Select(Decisions.Of)).GetValueOrDefault(request.Subject) is { } standing
                ? decision with { Reverses = standing.Id } : null;
        if (request.Subject.StartsWith(Decision.DocumentPrefix, StringComparison.Ordinal))
            return request.Action is DecisionAction.Settle ? decision with { Basis = new(null, ItemsOf(report.Extracted, request.Subject)) } : null;
        var (extracted, shown) = (FieldOf(report.Extracted, request.Subject)!, FieldOf(report.Record, request.Subject)!);
        var isConfirmed = request.Action is DecisionAction.Confirm;
        var result = isConfirmed ? new(shown.State, shown.Value, shown.Printed, shown.Evidence)
            : request.Result is { Evidence.Count: 0 } bare ? bare with { Evidence = extracted.Evidence } : request.Result;
        return result is null || request.Action is DecisionAction.Settle || result is { State: FieldState.Printed, Evidence.Count: 0 } ? null : decision with
        {
            Basis = new(extracted.State, extracted.Printed),
            Result = result,
            Asserted = request.Asserted is { } value ? new(value, request.Note) : isConfirmed ? shown.Asserted : null,
            IsSourceWrong = request.IsSourceWrong || (isConfirmed && shown.Reasons.Contains(ReviewedRecord.SourceWrong)),
        };
    }

    private static string ItemsOf(ReportRecord record, string subject) =>
        string.Join('\n', record.Review.Where(item => Decision.DocumentPrefix + item.Reason == subject).Select(ReviewedRecord.TextOf));

    private static bool HasSubject(ReviewedReport report, string subject) => subject.StartsWith(Decision.DocumentPrefix, StringComparison.Ordinal)
        ? report.Extracted.Review.Any(item => Decision.DocumentPrefix + item.Reason == subject) : FieldOf(report.Extracted, subject) is not null;

    private static RecordField? FieldOf(ReportRecord record, string path) => record.Fields.FirstOrDefault(field => field.Key == path).Value;

    private static Task<Current?> FindCurrentAsync(DbConnection connection, RecordId id) => connection.QuerySingleOrDefaultAsync<Current>("""
        SELECT extraction_id AS ExtractionId, version AS Version, record_sha256 AS RecordSha256
        FROM extractions WHERE document_id = @DocumentId AND part = @Part AND is_current = 1
        """, new { id.DocumentId, id.Part });
}
