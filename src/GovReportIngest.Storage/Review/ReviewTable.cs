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

    /// <summary>Null where the store has no such report.</summary>
    /// <exception cref="StoreException">Its record is damaged, or the store cannot be read.</exception>
    public async Task<ReviewedReport?> FindAsync(RecordId id, CancellationToken cancellation)
    {
        var (current, log) = await database.ReadAsync(async connection =>
            (await CurrentExtraction.FindAsync(connection, id), await Decisions.ListAsync(connection, id.DocumentId, id.Part)), cancellation);
        return current is null ? null : Make(id, current, await records.ReadAsync(current.RecordSha256, cancellation), log);
    }

    /// <summary>Makes a decision, unless somebody else made one about the same subject first.</summary>
    /// <param name="by">Name of who decides.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<DecisionResult> DecideAsync(RecordId id, DecisionRequest request, string by, CancellationToken cancellation)
    {
        // The record is read before the turn to write has come: nobody else waits for it.
        if (await database.ReadAsync(connection => CurrentExtraction.FindAsync(connection, id), cancellation) is not { } known)
            return new(DecisionOutcome.Unknown, null);
        var extracted = await records.ReadAsync(known.RecordSha256, cancellation);
        if (!HasSubject(extracted, request.Subject))
            return new(DecisionOutcome.Unknown, null);
        return await database.WriteAsync<DecisionResult>(async connection =>
        {
            if (await CurrentExtraction.FindAsync(connection, id) != known)
                return new(DecisionOutcome.Conflict, null);
            var before = Make(id, known, extracted, await Decisions.ListAsync(connection, id.DocumentId, id.Part));
            if (known.Version != request.Version)
                return new(DecisionOutcome.Conflict, before);
            if (before.LastAbout(request.Subject) != request.Seen)
                return new(DecisionOutcome.Conflict, before, before.Log.LastOrDefault(row => row.Subject == request.Subject));
            return DecisionOf(before, request) is { } decision
                ? new(DecisionOutcome.Made, await MakeAsync(connection, known, before, decision, request.Note, by)) : new(DecisionOutcome.Refused, before);
        }, cancellation);
    }

    /// <returns>The report as the decision leaves it.</returns>
    private async Task<ReviewedReport> MakeAsync(
        DbConnection connection, CurrentExtraction current, ReviewedReport before, Decision decision, string? note, string by)
    {
        var (id, now) = (before.Id, time.Milliseconds());
        await Decisions.InsertAsync(connection, current.ExtractionId, decision, decision.Result is null ? null : FieldOf(before.Extracted, decision.Subject), note, by, now);
        var after = Make(id, current, before.Extracted, await Decisions.ListAsync(connection, id.DocumentId, id.Part));
        var rows = new RecordRows(after.Record);
        await rows.UpdateAsync(connection, current.ExtractionId, decision.Subject);
        await AgencyNames.AddAsync(connection, rows.Agency);
        await ReviewItems.ReplaceAsync(connection, id, after.Record, now);
        await WorkTable.SettleAsync(connection, id.DocumentId, now);
        return after;
    }

    private ReviewedReport Make(RecordId id, CurrentExtraction current, ReportRecord extracted, IReadOnlyList<DecisionRow> log) => new()
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

    private static bool HasSubject(ReportRecord record, string subject) => subject.StartsWith(Decision.DocumentPrefix, StringComparison.Ordinal)
        ? record.Review.Any(item => Decision.DocumentPrefix + item.Reason == subject) : FieldOf(record, subject) is not null;

    private static RecordField? FieldOf(ReportRecord record, string path) => record.Fields.FirstOrDefault(field => field.Key == path).Value;
}
