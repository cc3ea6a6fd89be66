using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Review;

namespace GovReportIngest.Storage.Review;

/// <summary>The rows of decisions, and what they say.</summary>
internal static class Decisions
{
    /// <summary>Those about a report, and those about how the document is read, whichever of its reports people looked at: who merges two has only the first left to take it back from.</summary>
    public static async Task<IReadOnlyList<DecisionRow>> ListAsync(DbConnection connection, long documentId, long part) =>
        [.. await connection.QueryAsync<DecisionRow>("""
            SELECT d.decision_id AS DecisionId, e.version AS Version, d.subject AS Subject, d.action AS Action, d.old_state AS OldState, d.old_value AS OldValue,
                d.old_printed AS OldPrinted, d.new_state AS NewState, d.new_value AS NewValue, d.new_printed AS NewPrinted, d.evidence AS Evidence,
                d.asserted AS Asserted, d.is_source_wrong AS IsSourceWrong, d.shift AS Shift, d.hint AS Hint, d.note AS Note, d.reverses AS Reverses, d.decided_by AS DecidedBy, d.decided_at AS DecidedAt
            FROM decisions d JOIN extractions e ON e.extraction_id = d.extraction_id
            WHERE e.document_id = @documentId AND (e.part = @part OR d.subject LIKE @reading) ORDER BY d.decision_id
            """, new { documentId, part, reading = Decision.ReadingPrefix + "%" })];

    /// <summary>What is said by now about how a document is to be read, whichever of its reports it was said about.</summary>
    public static async Task<ReadingGuide> GuideOfAsync(DbConnection connection, long documentId)
    {
        const string Sql = """
            SELECT d.hint FROM decisions d JOIN extractions e ON e.extraction_id = d.extraction_id
            WHERE e.document_id = @documentId AND d.hint IS NOT NULL AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.reverses = d.decision_id)
            ORDER BY d.decision_id
            """;
        return ReadingGuide.Parse(await connection.QueryAsync<string>(Sql, new { documentId }));
    }

    /// <returns>The number of the decision.</returns>
    public static Task<long> InsertAsync(
        DbConnection connection, long extractionId, Decision decision, RecordField? extracted, string? note, string by, long now)
    {
        const string Sql = """
            INSERT INTO decisions (extraction_id, subject, action, old_state, old_value, old_printed, new_state, new_value, new_printed, evidence, asserted,
                is_source_wrong, shift, hint, note, reverses, decided_by, decided_at)
            VALUES (@extractionId, @Subject, @Action, @OldState, @OldValue, @OldPrinted, @NewState, @NewValue, @NewPrinted, @Evidence, @Asserted,
                @IsSourceWrong, @Shift, @Hint, @note, @Reverses, @by, @now)
            RETURNING decision_id
            """;
        return connection.ExecuteScalarAsync<long>(Sql, new
        {
            extractionId, decision.Subject, Action = Codes.Of(decision.Action), note, by, now, decision.Reverses,
            OldState = decision.Basis?.State is { } state ? Codes.Of(state) : null, OldValue = FieldJson.Write(extracted?.Value), OldPrinted = decision.Basis?.Printed,
            NewState = decision.Result is { } result ? Codes.Of(result.State) : null, NewValue = FieldJson.Write(decision.Result?.Value),
            NewPrinted = decision.Result?.Printed, Evidence = decision.Result is { Evidence.Count: > 0 } printed ? FieldJson.Write(printed.Evidence) : null,
            Asserted = FieldJson.Write(decision.Asserted?.Value), IsSourceWrong = decision.IsSourceWrong ? 1 : 0, Shift = decision.Shift?.Text, Hint = decision.Hint?.Text,
        });
    }

    public static Decision Of(DecisionRow row) => new()
    {
        Id = row.DecisionId,
        Subject = row.Subject,
        By = row.DecidedBy,
        Action = Codes.Parse<DecisionAction>(row.Action, Codes.Of),
        Basis = row is { OldState: null, OldPrinted: null } ? null : new(row.OldState is { } state ? Codes.Parse<FieldState>(state, Codes.Of) : null, row.OldPrinted),
        Result = row.NewState is { } decided
            ? new(Codes.Parse<FieldState>(decided, Codes.Of), FieldJson.ReadValue(row.NewValue), row.NewPrinted, FieldJson.ReadEvidence(row.Evidence)) : null,
        Asserted = FieldJson.ReadValue(row.Asserted) is { } value ? new(value, row.Note) : null,
        IsSourceWrong = row.IsSourceWrong == 1,
        Shift = row.Shift is { } shift ? BlockShift.Parse(shift) : null,
        Hint = row.Hint is { } hint ? ReadingHint.TryParse(hint) : null,
        Reverses = row.Reverses,
    };
}
