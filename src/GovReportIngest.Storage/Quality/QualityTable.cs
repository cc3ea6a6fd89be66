using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Review;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Quality;

/// <summary>
/// Acceptance sampling: some of the fields that the machine read and nobody looked at are read again by people who do not see its value. An
/// answer that says otherwise opens the field for review; fields with known values, mixed in, measure the people.
/// </summary>
public sealed class QualityTable
{
    private const int Million = 1_000_000;

    /// <summary>Draws that hit no field that may be drawn, before a store is said to have too few.</summary>
    private const int DrawsAField = 200;

    private const int MostKnown = 10_000;

    private const string AcceptedReports = """
        extractions e JOIN documents d ON d.document_id = e.document_id AND d.replaced_by IS NULL AND e.is_current = 1 AND e.outcome = 'accepted'
        """;

    private const string ItemColumns = "i.item_id AS ItemId, i.sample_id AS SampleId, i.document_id AS DocumentId, i.part AS Part, i.path AS Path, i.shown AS Shown";

    /// <summary>The field <c>f</c> of the item <c>i</c>, as it is by now.</summary>
    private const string FieldNow = """
        LEFT JOIN extractions e ON e.document_id = i.document_id AND e.part = i.part AND e.is_current = 1
        LEFT JOIN fields f ON f.extraction_id = e.extraction_id AND f.path = i.path
        """;

    private readonly IStoreDatabase database;
    private readonly ReviewTable review;
    private readonly TimeProvider time;

    internal QualityTable(IStoreDatabase database, ReviewTable review, TimeProvider time) => (this.database, this.review, this.time) = (database, review, time);

    private sealed record Population(long Fields, long Rows);

    private sealed record Drawn
    {
        public required long DocumentId { get; init; }

        public required long Part { get; init; }

        public required string Path { get; init; }

        public required string State { get; init; }

        public string? Value { get; init; }
    }

    private sealed record Asked(long DocumentId, long Part, string Path, string Kind, string State, string? Value, string? Shown);

    private sealed record Judged(long SampleId, long DocumentId, long Part, string Path, string Kind, string State, string? Value);

    /// <summary>Draws a sample, every field with the same probability.</summary>
    /// <returns>Its number; null where no report is accepted.</returns>
    public Task<long?> DrawAsync(QualityPlan plan, string by, CancellationToken cancellation) => database.WriteAsync<long?>(async connection =>
    {
        // Rows of fields are counted from 1 in every report: a report and a row, both by chance, hit every field with the same probability.
        var population = await connection.QuerySingleAsync<Population>($"""
            SELECT count(*) AS Fields, coalesce(max(f.position), 0) AS Rows
            FROM {AcceptedReports} JOIN fields f ON f.extraction_id = e.extraction_id WHERE f.review = 'none'
            """);
        if (population.Fields == 0)
            return null;
        var reports = (await connection.QueryAsync<long>($"SELECT e.extraction_id FROM {AcceptedReports} ORDER BY e.extraction_id")).ToList();
        var random = new Random(plan.Seed);
        var wanted = (int)Math.Min(plan.Most, Math.Max(1, Math.Ceiling(plan.Share * population.Fields)));
        var items = await DrawBlindAsync(connection, reports, population.Rows, wanted, random);
        items.AddRange(await DrawKnownAsync(connection, (int)Math.Round(items.Count * plan.KnownShare), random));
        var sample = await connection.ExecuteScalarAsync<long>("""
            INSERT INTO quality_samples (drawn_at, drawn_by, seed, bar, fields) VALUES (@Now, @by, @Seed, @Bar, @Fields) RETURNING sample_id
            """, new { Now = time.Milliseconds(), by, plan.Seed, Bar = (long)(plan.Bar * Million), population.Fields });
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        await connection.ExecuteManyAsync("""
            INSERT INTO quality_items (sample_id, document_id, part, path, kind, state, value, shown)
            VALUES (@sample, @DocumentId, @Part, @Path, @Kind, @State, @Value, @Shown)
            """, shuffled.Select(item => new { sample, item.DocumentId, item.Part, item.Path, item.Kind, item.State, item.Value, item.Shown }));
        return sample;
    }, cancellation);

    /// <summary>The next field for a person: nobody else has it, and where its value is known, it is not from this person.</summary>
    /// <returns>Null where none is left.</returns>
    public Task<QualityItem?> NextAsync(string by, CancellationToken cancellation) => database.WriteAsync(async connection =>
    {
        var now = time.Milliseconds();
        var next = await connection.QueryFirstOrDefaultAsync<QualityItem>($"""
            SELECT {ItemColumns}
            FROM quality_items i JOIN documents d ON d.document_id = i.document_id
            WHERE i.answered_at IS NULL AND d.replaced_by IS NULL AND (i.leased_by IS NULL OR i.leased_by = @by OR i.leased_until <= @now)
                AND (i.kind = 'blind' OR NOT EXISTS (SELECT 1 FROM decisions c JOIN extractions e ON e.extraction_id = c.extraction_id
                    WHERE e.document_id = i.document_id AND e.part = i.part AND c.subject = i.path AND c.decided_by = @by))
            ORDER BY i.item_id LIMIT 1
            """, new { by, now });
        if (next is not null)
            await connection.ExecuteAsync("UPDATE quality_items SET leased_by = @by, leased_until = @until WHERE item_id = @ItemId",
                new { by, until = now + (long)QueueTable.LeaseTime.TotalMilliseconds, next.ItemId });
        return next;
    }, cancellation);

    /// <summary>Null where there is none, or it was answered.</summary>
    public Task<QualityItem?> FindAsync(long itemId, CancellationToken cancellation) => database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<QualityItem>(
        $"SELECT {ItemColumns} FROM quality_items i WHERE i.item_id = @itemId AND i.answered_at IS NULL", new { itemId }), cancellation);

    /// <summary>Takes an answer, once. A blind one that is not what the record says opens the field, so that somebody decides between the two.</summary>
    /// <param name="seen">What the page prints, they say.</param>
    /// <returns>Whether it was taken; not where somebody else answered first.</returns>
    public async Task<bool> AnswerAsync(long itemId, DecidedField seen, string by, CancellationToken cancellation)
    {
        var item = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Judged>("""
            SELECT sample_id AS SampleId, document_id AS DocumentId, part AS Part, path AS Path, kind AS Kind, state AS State, value AS Value
            FROM quality_items WHERE item_id = @itemId AND answered_at IS NULL AND (leased_by IS NULL OR leased_by = @by OR leased_until <= @Now)
            """, new { itemId, by, Now = time.Milliseconds() }), cancellation);
        if (item is null)
            return false;
        var value = seen.Value is { } said ? WrittenValue.Of(said) : null;
        var isSame = item.State == Codes.Of(seen.State) && item.Value == value;
        // First, so that a process that ends here asks once more, and no answer that says otherwise is forgotten.
        if (!isSame && item.Kind == "blind")
            await DoubtAsync(item, seen, by, cancellation);
        return await database.WriteAsync(connection => connection.ExecuteAsync("""
            UPDATE quality_items SET answered_by = @by, answered_at = @Now, answer_state = @State, answer_value = @value, is_same = @Same
            WHERE item_id = @itemId AND answered_at IS NULL
            """, new { itemId, by, Now = time.Milliseconds(), State = Codes.Of(seen.State), value, Same = isSame ? 1 : 0 }), cancellation) > 0;
    }

    /// <summary>What the samples have shown, the latest first.</summary>
    public async Task<IReadOnlyList<QualityResult>> ListAsync(CancellationToken cancellation) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<QualityResult>($"""
            SELECT s.sample_id AS SampleId, s.drawn_at AS DrawnAt, s.drawn_by AS DrawnBy, s.seed AS Seed, s.bar AS Bar, s.fields AS Fields,
                count(*) AS Asked, count(i.answered_at) AS Answered,
                count(CASE WHEN i.is_same = 0 AND f.review = 'corrected' THEN 1 END) AS Errors,
                count(CASE WHEN i.is_same = 0 AND coalesce(f.review, 'open') IN ('open', 'none') THEN 1 END) AS Unsettled
            FROM quality_samples s JOIN quality_items i ON i.sample_id = s.sample_id AND i.kind = 'blind'
                {FieldNow}
            GROUP BY s.sample_id, s.drawn_at, s.drawn_by, s.seed, s.bar, s.fields ORDER BY s.sample_id DESC
            """), cancellation)];

    /// <summary>How well people read, by name.</summary>
    public async Task<IReadOnlyList<ReviewerQuality>> ListReviewersAsync(CancellationToken cancellation) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<ReviewerQuality>($"""
            SELECT i.answered_by AS Name, count(CASE WHEN i.kind = 'blind' THEN 1 END) AS Blind,
                count(CASE WHEN i.kind = 'blind' AND i.is_same = 0 AND f.review = 'confirmed' THEN 1 END) AS Misread,
                count(CASE WHEN i.kind = 'altered' THEN 1 END) AS Altered, count(CASE WHEN i.kind = 'altered' AND i.is_same = 0 THEN 1 END) AS Missed
            FROM quality_items i {FieldNow}
            WHERE i.answered_at IS NOT NULL GROUP BY i.answered_by ORDER BY i.answered_by
            """), cancellation)];

    private async Task DoubtAsync(Judged item, DecidedField seen, string by, CancellationToken cancellation)
    {
        if (await review.FindAsync(new(item.DocumentId, item.Part), cancellation) is { } report)
            await review.DecideAsync(report.Id, new()
            {
                Subject = item.Path, Action = DecisionAction.Doubt, Version = report.Version, Seen = report.LastAbout(item.Path), Result = seen,
                Note = $"sample {item.SampleId}",
            }, by, cancellation);
    }

    private static async Task<List<Asked>> DrawBlindAsync(DbConnection connection, List<long> reports, long rows, int wanted, Random random)
    {
        const string Hit = """
            SELECT e.document_id AS DocumentId, e.part AS Part, f.path AS Path, f.state AS State, f.value AS Value
            FROM fields f JOIN extractions e ON e.extraction_id = f.extraction_id
            WHERE f.extraction_id = @report AND f.position = @row AND f.review = 'none'
            """;
        var drawn = new HashSet<(long, long)>();
        var items = new List<Asked>();
        for (var draw = 0; items.Count < wanted && draw < (long)wanted * DrawsAField; draw++)
            if ((report: reports[random.Next(reports.Count)], row: random.NextInt64(1, rows + 1)) is var place && drawn.Add(place)
                && await connection.QuerySingleOrDefaultAsync<Drawn>(Hit, new { place.report, place.row }) is { } field)
                items.Add(new(field.DocumentId, field.Part, field.Path, "blind", field.State, field.Value, null));
        return items;
    }

    private static async Task<IEnumerable<Asked>> DrawKnownAsync(DbConnection connection, int wanted, Random random)
    {
        var known = (await connection.QueryAsync<Drawn>("""
            SELECT e.document_id AS DocumentId, e.part AS Part, f.path AS Path, f.state AS State, f.value AS Value
            FROM extractions e JOIN documents d ON d.document_id = e.document_id JOIN fields f ON f.extraction_id = e.extraction_id
            WHERE e.is_current = 1 AND d.replaced_by IS NULL AND f.review IN ('confirmed', 'corrected') AND f.state = 'printed' AND f.path NOT LIKE 'report.%'
            ORDER BY f.extraction_id DESC, f.position LIMIT @MostKnown
            """, new { MostKnown })).ToArray();
        random.Shuffle(known);
        return known.Take(wanted).Select((field, index) => index % 2 == 0 && LookAlike.Of(field.Value ?? "", random) is { } wrong
            ? new Asked(field.DocumentId, field.Part, field.Path, "altered", field.State, field.Value, wrong)
            : new Asked(field.DocumentId, field.Part, field.Path, "known", field.State, field.Value, field.Value));
    }
}
