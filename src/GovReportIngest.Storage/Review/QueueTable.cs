using System.Data.Common;
using System.Diagnostics;
using Dapper;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Review;

/// <summary>Reports with open items, and who works on which: a report is lent to one person at a time, for a while.</summary>
public sealed class QueueTable(IStoreDatabase database, TimeProvider time)
{
    /// <summary>How long a report is lent; whoever goes on working asks again before.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(120);

    /// <summary>What <see cref="ConditionsOf"/> speaks of.</summary>
    private const string Tables = """
        review_reports r JOIN documents d ON d.document_id = r.document_id
        LEFT JOIN extractions e ON e.document_id = r.document_id AND e.part = r.part AND e.is_current = 1
        LEFT JOIN assignments a ON a.document_id = r.document_id AND a.part = r.part
        LEFT JOIN work w ON w.document_id = r.document_id
        """;

    // Behind a report in the order of the queue.
    private const string BehindByAge = "(r.opened_at, r.document_id, r.part) > (@OpenedAt, @DocumentId, @Part)";
    private const string BehindByWeight = "r.weight <= @Weight AND (r.weight < @Weight OR (r.document_id, r.part) > (@DocumentId, @Part))";
    private const string BehindByPriority = $"(w.priority < @Priority OR (w.priority = @Priority AND {BehindByWeight}))";

    /// <summary>In the order in which they are asked.</summary>
    public async Task<IReadOnlyList<QueuedReport>> ListAsync(QueueFilter filter, CancellationToken cancellation)
    {
        var sql = $"""
            SELECT r.document_id AS DocumentId, r.part AS Part, d.path AS Path, e.form AS Form, e.agency AS Agency, e.year AS Year, r.open AS Open,
                r.weight AS Weight, r.opened_at AS OpenedAt, CASE WHEN r.leased_until > @Now THEN r.leased_by END AS LeasedBy, a.assignee AS Assignee,
                (SELECT i.reason FROM review_items i WHERE i.document_id = r.document_id AND i.part = r.part AND i.closed_at IS NULL
                    ORDER BY i.weight DESC, i.item_id LIMIT 1) AS Reason
            FROM {Tables} WHERE {string.Join(" AND ", ConditionsOf(filter))} ORDER BY {OrderOf(filter)} LIMIT @Most OFFSET @Skipped
            """;
        return [.. await database.ReadAsync(connection => connection.QueryAsync<QueuedReport>(sql, ArgumentsOf(filter)), cancellation)];
    }

    /// <summary>How many reports and items are open, and since when; times are milliseconds since 1970, UTC.</summary>
    public Task<QueueSize> CountAsync(CancellationToken cancellation) => database.ReadAsync(connection => connection.QuerySingleAsync<QueueSize>(
        """
        SELECT count(*) AS Reports, CAST(coalesce(sum(r.open), 0) AS BIGINT) AS Items, min(r.opened_at) AS Oldest
        FROM review_reports r JOIN documents d ON d.document_id = r.document_id WHERE d.replaced_by IS NULL
        """), cancellation);

    /// <summary>Open items by reason, the most frequent first.</summary>
    public async Task<IReadOnlyList<ReasonCount>> CountReasonsAsync(CancellationToken cancellation) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<ReasonCount>(
            """
            SELECT i.reason AS Reason, count(*) AS Items FROM review_items i JOIN documents d ON d.document_id = i.document_id
            WHERE i.closed_at IS NULL AND d.replaced_by IS NULL GROUP BY i.reason ORDER BY count(*) DESC, i.reason
            """), cancellation)];

    /// <summary>The same form by form.</summary>
    public async Task<IReadOnlyList<FormReasonCount>> CountFormsAsync(CancellationToken cancellation) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<FormReasonCount>(
            """
            SELECT e.form AS Form, i.reason AS Reason, count(*) AS Items FROM review_items i JOIN documents d ON d.document_id = i.document_id
                JOIN extractions e ON e.document_id = i.document_id AND e.part = i.part AND e.is_current = 1
            WHERE i.closed_at IS NULL AND d.replaced_by IS NULL GROUP BY e.form, i.reason ORDER BY count(*) DESC, i.reason, e.form
            """), cancellation)];

    /// <summary>The report to be reviewed next by a person: the one behind <paramref name="after"/> in the order of the queue, else the first; nobody else works on it.</summary>
    /// <param name="filter">Which reports are meant, in which order.</param>
    /// <returns>Null where there is no other.</returns>
    public Task<RecordId?> NextAsync(QueueFilter filter, RecordId? after, string holder, CancellationToken cancellation)
    {
        var free = filter with { FreeFor = holder };
        var arguments = ArgumentsOf(free);
        arguments.AddDynamicParams(new { after?.DocumentId, after?.Part });
        return database.ReadAsync(async connection =>
        {
            if (after is null)
                return await FirstAsync(connection, free, null, arguments);
            foreach (var (weight, openedAt, priority) in await connection.QueryAsync<(long, long, long)>(
                "SELECT r.weight, r.opened_at, w.priority FROM review_reports r JOIN work w ON w.document_id = r.document_id WHERE r.document_id = @DocumentId AND r.part = @Part", arguments))
            {
                arguments.AddDynamicParams(new { Weight = weight, OpenedAt = openedAt, Priority = priority });
                if (await FirstAsync(connection, free, BehindOf(filter), arguments) is { } behind)
                    return behind;
            }

            return await FirstAsync(connection, free, "NOT (r.document_id = @DocumentId AND r.part = @Part)", arguments);
        }, cancellation);
    }

    private static async Task<RecordId?> FirstAsync(DbConnection connection, QueueFilter filter, string? condition, DynamicParameters arguments)
    {
        var conditions = condition is null ? ConditionsOf(filter) : ConditionsOf(filter).Append(condition);
        var ids = await connection.QueryAsync<(long DocumentId, long Part)>(
            $"SELECT r.document_id, r.part FROM {Tables} WHERE {string.Join(" AND ", conditions)} ORDER BY {OrderOf(filter)} LIMIT 1", arguments);
        return ids.Select(id => (RecordId?)new RecordId(id.DocumentId, id.Part)).SingleOrDefault();
    }

    /// <summary>Lends a report, or goes on lending it. What has no open items is lent to everybody.</summary>
    /// <returns>Null where it was lent; else who has it.</returns>
    public Task<string?> LeaseAsync(RecordId id, string holder, CancellationToken cancellation)
    {
        const string Take = """
            UPDATE review_reports SET leased_by = @holder, leased_until = @until
            WHERE document_id = @DocumentId AND part = @Part AND (leased_by IS NULL OR leased_by = @holder OR leased_until <= @now)
            """;
        const string Holder = "SELECT leased_by FROM review_reports WHERE document_id = @DocumentId AND part = @Part";
        var now = time.Milliseconds();
        return database.WriteAsync(async connection =>
            await connection.ExecuteAsync(Take, new { id.DocumentId, id.Part, holder, now, until = now + (long)LeaseTime.TotalMilliseconds }) > 0
                ? null : await connection.ExecuteScalarAsync<string?>(Holder, new { id.DocumentId, id.Part }), cancellation);
    }

    /// <summary>Whoever has it needs it no longer.</summary>
    public Task FreeAsync(RecordId id, string holder, CancellationToken cancellation) => database.WriteAsync(connection => connection.ExecuteAsync(
        "UPDATE review_reports SET leased_by = NULL, leased_until = NULL WHERE document_id = @DocumentId AND part = @Part AND leased_by = @holder",
        new { id.DocumentId, id.Part, holder }), cancellation);

    /// <summary>Says who is to review a report, in place of who was said before; it is kept in the audit.</summary>
    /// <param name="to">Null for anybody.</param>
    /// <returns>Whether there are such a report and such a person, who may review.</returns>
    public Task<bool> AssignAsync(RecordId id, string? to, string by, CancellationToken cancellation)
    {
        const string Known = """
            SELECT count(*) FROM extractions e WHERE e.document_id = @DocumentId AND e.part = @Part AND e.is_current = 1
                AND (@to IS NULL OR EXISTS (SELECT 1 FROM users u WHERE u.name = @to AND u.role <> 'viewer' AND u.disabled_at IS NULL))
            """;
        const string Assign = """
            INSERT INTO assignments (document_id, part, assignee, assigned_by, assigned_at) VALUES (@DocumentId, @Part, @to, @by, @now)
            ON CONFLICT (document_id, part) DO UPDATE SET assignee = @to, assigned_by = @by, assigned_at = @now
            """;
        const string Free = "DELETE FROM assignments WHERE document_id = @DocumentId AND part = @Part";
        const string Audit = "INSERT INTO audit (at, actor, action, detail) VALUES (@now, @by, 'assigned', @detail)";
        var arguments = new { id.DocumentId, id.Part, to, by, now = time.Milliseconds(), detail = $"{id}: {to ?? "anybody"}" };
        return database.WriteAsync(async connection =>
        {
            if (await connection.ExecuteScalarAsync<long>(Known, arguments) == 0)
                return false;
            await connection.ExecuteAsync(to is null ? Free : Assign, arguments);
            await connection.ExecuteAsync(Audit, arguments);
            return true;
        }, cancellation);
    }

    /// <summary>Null where anybody may review it.</summary>
    public Task<string?> AssigneeOfAsync(RecordId id, CancellationToken cancellation) => database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(
        "SELECT assignee FROM assignments WHERE document_id = @DocumentId AND part = @Part", new { id.DocumentId, id.Part }), cancellation);

    private static string BehindOf(QueueFilter filter) => filter.Order switch
    {
        QueueOrder.Weight => BehindByWeight,
        QueueOrder.Age => BehindByAge,
        QueueOrder.Priority => BehindByPriority,
        _ => throw new UnreachableException(),
    };

    private static string OrderOf(QueueFilter filter) => filter.Order switch
    {
        QueueOrder.Weight => "r.weight DESC",
        QueueOrder.Age => "r.opened_at",
        QueueOrder.Priority => "w.priority DESC, r.weight DESC",
        _ => throw new UnreachableException(),
    } + ", r.document_id, r.part";

    private DynamicParameters ArgumentsOf(QueueFilter filter) => new(new
    {
        filter.Reason, filter.Year, filter.Form, filter.Most, filter.Skipped, filter.Assignee, filter.FreeFor, Now = time.Milliseconds(),
        MostProbability = filter.MostProbability is { } most ? RecordRows.Millionths(most) : 0,
        Agency = LikePattern.Containing(filter.Agency ?? ""),
    });

    private static IEnumerable<string> ConditionsOf(QueueFilter filter)
    {
        yield return "d.replaced_by IS NULL";
        if (filter.Reason is not null)
            yield return "EXISTS (SELECT 1 FROM review_items i WHERE i.document_id = r.document_id AND i.part = r.part AND i.closed_at IS NULL AND i.reason = @Reason)";
        if (filter.MostProbability is not null)
            yield return "EXISTS (SELECT 1 FROM review_items i WHERE i.document_id = r.document_id AND i.part = r.part AND i.closed_at IS NULL AND i.probability <= @MostProbability)";
        if (filter.Agency is not null)
            yield return """e.agency LIKE @Agency ESCAPE '\'""";
        if (filter.Year is not null)
            yield return "e.year = @Year";
        if (filter.Form is not null)
            yield return "e.form = @Form";
        if (filter.FreeFor is not null)
            yield return "(r.leased_by IS NULL OR r.leased_by = @FreeFor OR r.leased_until <= @Now) AND (a.assignee IS NULL OR a.assignee = @FreeFor)";
        // What waits only for a second person is not for the one who decided.
        if (filter.FreeFor is not null)
            yield return $"""
                NOT (r.open = 1 AND EXISTS (SELECT 1 FROM review_items i WHERE i.document_id = r.document_id AND i.part = r.part AND i.closed_at IS NULL AND i.reason = '{FourEyes.Reason}')
                    AND NOT EXISTS (SELECT 1 FROM decisions c JOIN extractions x ON x.extraction_id = c.extraction_id
                        WHERE x.document_id = r.document_id AND x.part = r.part AND c.decided_by <> @FreeFor AND c.action NOT IN ('comment', 'doubt', 'reverse')))
                """;
        // What waits only for a second answer is not for the one who gave the first.
        if (filter.FreeFor is not null)
            yield return $"""
                (NOT EXISTS (SELECT 1 FROM switches WHERE name = '{DoubleEntry.Name}') OR EXISTS (SELECT 1 FROM review_items i
                    WHERE i.document_id = r.document_id AND i.part = r.part AND i.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM decisions c
                        WHERE c.extraction_id = e.extraction_id AND c.subject = i.subject AND c.action = 'enter' AND c.decided_by = @FreeFor AND NOT EXISTS (SELECT 1 FROM decisions l
                            WHERE l.extraction_id = c.extraction_id AND l.subject = c.subject AND l.decision_id > c.decision_id AND l.action NOT IN ('enter', 'comment')))))
                """;
        if (filter.Assignee is not null)
            yield return "a.assignee = @Assignee";
    }
}
