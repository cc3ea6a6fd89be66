using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Agencies;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Archives;
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
    private readonly ReportMatching matching;
    private readonly TimeProvider time;

    internal ReviewTable(IStoreDatabase database, IBlobStore blobs, ReviewedReports reviewed, ReportMatching matching, TimeProvider time) =>
        (this.database, records, this.reviewed, this.matching, this.time) = (database, new(blobs), reviewed, matching, time);

    /// <summary>Ids of the forms that a document can be read as.</summary>
    public IReadOnlyList<string> Forms => reviewed.Forms;

    /// <summary>Null where the store has no such report.</summary>
    /// <exception cref="StoreException">Its record is damaged, or the store cannot be read.</exception>
    public Task<ReviewedReport?> FindAsync(RecordId id, CancellationToken cancellation) =>
        FindAsync(id, async sha256 => new(await records.ReadAsync(sha256, cancellation), default), cancellation);

    /// <summary>The same for one of many that are gone through once: its record is not kept in memory, and its file comes with it.</summary>
    /// <exception cref="StoreException">Its record is damaged, or the store cannot be read.</exception>
    public Task<ReviewedReport?> FindOnceAsync(RecordId id, CancellationToken cancellation) =>
        FindAsync(id, sha256 => records.ReadOnceAsync(sha256, cancellation), cancellation);

    private async Task<ReviewedReport?> FindAsync(RecordId id, Func<string, Task<RecordFile>> read, CancellationToken cancellation)
    {
        var (current, items, log, catalogued, isEnteredTwice) = await database.ReadAsync(async connection => (await CurrentExtraction.FindAsync(connection, id),
            await ReportItems.ListAsync(connection, id), await Decisions.ListAsync(connection, id.DocumentId, id.Part), await CatalogueTable.FindAsync(connection, id.DocumentId), await DoubleEntry.IsOnAsync(connection)), cancellation);
        if (current is null)
            return null;
        var (record, bytes) = await read(current.RecordSha256);
        return Make(id, current, record, items, log) with { ExtractedBytes = bytes, Catalogued = catalogued, IsEnteredTwice = isEnteredTwice };
    }

    /// <summary>Documents of which people said in any reading what some field prints, and did not take it back.</summary>
    public async Task<IReadOnlyList<long>> ListDecidedAsync(CancellationToken cancellation) => [.. await database.ReadAsync(connection => connection.QueryAsync<long>(
        """
        SELECT DISTINCT e.document_id FROM decisions d JOIN extractions e ON e.extraction_id = d.extraction_id JOIN documents o ON o.document_id = e.document_id
        WHERE d.action IN ('confirm', 'correct', 'enter') AND o.replaced_by IS NULL AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.reverses = d.decision_id)
        ORDER BY e.document_id
        """), cancellation)];

    /// <summary>What people said about how a document is to be read.</summary>
    public Task<ReadingGuide> GuideOfAsync(long documentId, CancellationToken cancellation) =>
        database.ReadAsync(connection => Decisions.GuideOfAsync(connection, documentId), cancellation);

    /// <summary>Makes a decision, unless somebody else made one about the same subject first.</summary>
    /// <param name="by">Name of who decides.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<DecisionResult> DecideAsync(RecordId id, DecisionRequest request, string by, CancellationToken cancellation)
    {
        // The record is read before the turn to write has come: nobody else waits for it.
        if (await database.ReadAsync(connection => CurrentExtraction.FindAsync(connection, id), cancellation) is not { } known)
            return new(DecisionOutcome.Unknown, null);
        var extracted = await records.ReadAsync(known.RecordSha256, cancellation);
        return await database.WriteAsync<DecisionResult>(async connection =>
        {
            if (await CurrentExtraction.FindAsync(connection, id) != known)
                return new(DecisionOutcome.Conflict, null);
            var before = await LoadAsync(connection, id, known, extracted);
            if (!HasSubject(before, request.Subject))
                return new(DecisionOutcome.Unknown, null);
            if (known.Version != request.Version)
                return new(DecisionOutcome.Conflict, before);
            if (request.Action is not DecisionAction.Comment && before.LastAbout(request.Subject) != request.Seen)
                return new(DecisionOutcome.Conflict, before, before.LastRowAbout(request.Subject));
            if (IsOwnSecondLook(before, request, by) && await FourEyes.IsOnAsync(connection))
                return new(DecisionOutcome.NotOwn, before);
            var (refused, ruled) = DoubleEntry.Rule(before, request, by);
            if (refused is { } outcome)
                return new(outcome, before);
            return DecisionOf(before, ruled, by) is { } decision
                ? new(DecisionOutcome.Made, await MakeAsync(connection, known, before, decision, request.Note, by)) : new(DecisionOutcome.Refused, before);
        }, cancellation);
    }

    /// <summary>Whether somebody would be the second person for their own decisions.</summary>
    private static bool IsOwnSecondLook(ReviewedReport report, DecisionRequest request, string by) =>
        request is { Action: DecisionAction.Settle, Subject: Decision.DocumentPrefix + FourEyes.Reason } && !FourEyes.MaySettle(report.Log, by);

    /// <returns>The report as the decision leaves it.</returns>
    private async Task<ReviewedReport> MakeAsync(
        DbConnection connection, CurrentExtraction current, ReviewedReport before, Decision decision, string? note, string by)
    {
        var (id, now) = (before.Id, time.Milliseconds());
        await Decisions.InsertAsync(connection, current.ExtractionId, decision, decision.Result is null ? null : FieldOf(before.Extracted, decision.Subject), note, by, now);
        var isSecondNeeded = await FourEyes.IsOnAsync(connection);
        await ReportItems.AskSecondAsync(connection, id, isSecondNeeded ? FourEyes.ItemOf(await Decisions.ListAsync(connection, id.DocumentId, id.Part)) : null);
        var after = await LoadAsync(connection, id, current, before.Extracted);
        var rows = new RecordRows(after.Record);
        await rows.UpdateAsync(connection, current.ExtractionId, before.Record);
        await AgencyNames.AddAsync(connection, rows.Agency);
        await ReviewItems.ReplaceAsync(connection, id, after.Record, now);
        await WorkTable.SettleAsync(connection, id.DocumentId, now);
        if (decision.IsAboutReading)
            await WorkTable.QueueAsync(connection, id.DocumentId, now);
        await matching.MatchAsync(connection, id.DocumentId);
        return await LoadAsync(connection, id, current, before.Extracted);
    }

    private async Task<ReviewedReport> LoadAsync(DbConnection connection, RecordId id, CurrentExtraction current, ReportRecord extracted) => Make(
        id, current, extracted, await ReportItems.ListAsync(connection, id), await Decisions.ListAsync(connection, id.DocumentId, id.Part)) with { IsEnteredTwice = await DoubleEntry.IsOnAsync(connection) };

    private ReviewedReport Make(
        RecordId id, CurrentExtraction current, ReportRecord extracted, IReadOnlyList<DocumentItem> items, IReadOnlyList<DecisionRow> log) => new()
    {
        Id = id, Version = current.Version, Extracted = extracted, Items = items, Record = reviewed.Apply(RegisterItems.AddTo(extracted, items), log), Log = log, Form = reviewed.FormOf(extracted),
    };

    /// <summary>Null where it cannot be made.</summary>
    private Decision? DecisionOf(ReviewedReport report, DecisionRequest request, string by)
    {
        var decision = new Decision { Id = 0, Subject = request.Subject, Action = request.Action };
        // An answer that nobody else sees is taken back by who gave it.
        if (request.Action is DecisionAction.Reverse)
            return (report.Standing.Entries.GetValueOrDefault(request.Subject, []).FirstOrDefault(entry => entry.By == by) ?? report.Standing.About(request.Subject)) is { } standing ? decision with { Reverses = standing.Id } : null;
        if (request.Action is DecisionAction.Comment)
            return string.IsNullOrWhiteSpace(request.Note) ? null : decision;
        if (request.Action is DecisionAction.Reread || decision.IsAboutReading)
            return request is { Action: DecisionAction.Reread, Hint: { } hint } && Decision.ReadingPrefix + hint.Subject == request.Subject && IsHintFor(report, hint) ? decision with { Hint = hint } : null;
        if (request.Action is DecisionAction.Absent || request.Subject.StartsWith(Decision.AbsentPrefix, StringComparison.Ordinal))
            return request.Action is DecisionAction.Absent && LacksSome(report, request.Subject) ? decision : null;
        if (request.Subject.StartsWith(Decision.StructurePrefix, StringComparison.Ordinal) || request.Action is DecisionAction.Shift)
            return request is { Action: DecisionAction.Shift, Shift: { } shift } && IsShiftOf(report, request.Subject, shift) ? decision with { Shift = shift } : null;
        if (request.Subject.StartsWith(Decision.DocumentPrefix, StringComparison.Ordinal))
            return request.Action is DecisionAction.Settle ? decision with { Basis = new(null, ItemsOf(report, request.Subject)) } : null;
        // What stands there by now, as the machine read it: a field that was shifted was read elsewhere.
        var placed = ReviewedRecord.Of(report.Extracted, report.Form, report.Standing with { BySubject = new Dictionary<string, Decision>() });
        var (extracted, shown) = (FieldOf(placed, request.Subject)!, FieldOf(report.Record, request.Subject)!);
        var isConfirmed = request.Action is DecisionAction.Confirm;
        var result = isConfirmed ? new(shown.State, shown.Value, shown.Printed, shown.Evidence)
            : request.Result is { Evidence.Count: 0 } bare ? bare with { Evidence = extracted.Evidence } : request.Result;
        // A doubt is about what nobody has decided.
        if (request.Action is DecisionAction.Doubt && report.Standing.About(request.Subject) is not null)
            return null;
        if (request.Action is DecisionAction.Doubt && result is null)
            return decision with { Basis = new(extracted.State, extracted.Printed) };
        return result is null || request.Action is DecisionAction.Settle || (request.Action is not DecisionAction.Doubt && result is { State: FieldState.Printed, Evidence.Count: 0 }) ? null : decision with
        {
            Basis = new(extracted.State, extracted.Printed),
            Result = result,
            Asserted = request.Asserted is { } value ? new(value, request.Note) : isConfirmed ? shown.Asserted : null,
            IsSourceWrong = request.IsSourceWrong || (isConfirmed && shown.Reasons.Contains(ReviewedRecord.SourceWrong)),
        };
    }

    private static string ItemsOf(ReviewedReport report, string subject) =>
        string.Join('\n', report.Asked.Where(item => Decision.DocumentPrefix + item.Reason == subject).Select(ReviewedRecord.TextOf));

    private static bool IsShiftOf(ReviewedReport report, string subject, BlockShift shift) => report.Form is { } form
        && new FieldGrid(form, report.Extracted.Form!.Variants) is var grid && Decision.StructurePrefix + grid.Find(shift.From)?.Table == subject && shift.In(grid) is not null;

    /// <summary>Whether it says something new that can be followed.</summary>
    private bool IsHintFor(ReviewedReport report, ReadingHint hint)
    {
        // Points are rounded.
        const double Beyond = 1;
        bool HasPoints(int page, double right, double bottom) => report.Extracted.Pages.Any(known => known.SourcePage == page && right <= known.Width + Beyond && bottom <= known.Height + Beyond);
        bool IsRead(RecordPage page) => page.Why != ReadPage.LeftOut;
        bool IsScanned(int page) => report.Extracted.Pages.Any(known => known.SourcePage == page && known.Read is PageReading.Ocr or PageReading.None && known is { Width: > 0, Height: > 0 });
        bool IsKnown(ReportStart start) => report.Standing.Hints.Any(known => known.Hint is ReadingHint.Parts parts && parts.Starts.Contains(start));
        return report.Standing.About(Decision.ReadingPrefix + hint.Subject)?.Hint != hint && hint switch
        {
            ReadingHint.Turn turn => IsScanned(turn.Page),
            ReadingHint.Spread spread => IsScanned(spread.Page),
            ReadingHint.Order order => order.Pages.Distinct().Count() == order.Pages.Count && order.Pages.All(page => report.Extracted.Pages.Any(known => known.SourcePage == page)),
            ReadingHint.LeftOut left => report.Extracted.Pages.Any(page => page.SourcePage == left.Page && page.Width > 0 && IsRead(page)) && report.Extracted.Pages.Any(page => page.SourcePage != left.Page && IsRead(page)),
            ReadingHint.TableAt table => report.Form?.Tables.Any(known => known.Key == table.Table) == true && table.Places.All(place => HasPoints(place.Page, place.Box.Right, place.Box.Bottom)),
            ReadingHint.TableIn table => report.Form?.Tables.Any(known => known.Key == table.Table) == true && HasText(report.Extracted),
            ReadingHint.Rules rules => rules.Marks.All(mark => HasPoints(rules.Page, Math.Max(mark.FromX, mark.ToX), Math.Max(mark.FromY, mark.ToY))),
            ReadingHint.Parts { Starts.Count: 0 } => report.Extracted.Source.Parts > 1,
            ReadingHint.Parts parts => parts.Starts.All(start => IsKnown(start) || HasPlace(report.Extracted, start)),
            ReadingHint.OfForm form => form.Id != (report.Extracted.Form?.Id ?? ReadingHint.OfForm.NoForm) && (form.Id == ReadingHint.OfForm.NoForm || Forms.Contains(form.Id)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Whether a report can begin there: at the top of a page but the first of the file, or somewhere in a source that has no pages.</summary>
    private static bool HasPlace(ReportRecord record, ReportStart start) => start is ReportStart.OnPage(var page)
        ? page > 1 && record.Pages.Any(known => known.SourcePage == page && known is { Width: > 0, Height: > 0 }) : HasText(record);

    /// <summary>Whether some of the source has no pages.</summary>
    private static bool HasText(ReportRecord record) => record.Pages.Any(page => page is { Width: 0, Height: 0 });

    /// <summary>Whether something of the table was not found, and is asked about.</summary>
    private static bool LacksSome(ReviewedReport report, string subject) => subject[Decision.AbsentPrefix.Length..] + "." is var table
        && report.Record.Fields.Any(field => field.Key.StartsWith(table, StringComparison.Ordinal) && field.Value is { State: FieldState.Missing, Review: ReviewState.Open, Evidence.Count: 0 });

    private static bool HasSubject(ReviewedReport report, string subject) =>
        subject.StartsWith(Decision.ReadingPrefix, StringComparison.Ordinal) ? subject.Length > Decision.ReadingPrefix.Length
        : subject.StartsWith(Decision.AbsentPrefix, StringComparison.Ordinal) ? report.Form?.Tables.Any(table => Decision.AbsentPrefix + table.Key == subject) == true
        : subject.StartsWith(Decision.StructurePrefix, StringComparison.Ordinal) ? report.Form?.Tables.Any(table => Decision.StructurePrefix + table.Key == subject) == true
        : subject.StartsWith(Decision.DocumentPrefix, StringComparison.Ordinal)
        ? report.Asked.Any(item => Decision.DocumentPrefix + item.Reason == subject) || report.Standing.About(subject) is not null : FieldOf(report.Extracted, subject) is not null;

    private static RecordField? FieldOf(ReportRecord record, string path) => record.Fields.FirstOrDefault(field => field.Key == path).Value;
}
