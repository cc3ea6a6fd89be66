using Dapper;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Quality;

/// <summary>What decisions say about those who made them, and about the probabilities that were shown.</summary>
public sealed class ReviewStatistics(IStoreDatabase database)
{
    private const decimal Million = 1_000_000m;

    /// <summary>What people wait for is where the machine doubts: ranges are narrow near 1.</summary>
    private static readonly decimal[] Bounds = [0, 0.5m, 0.8m, 0.9m, 0.95m, 0.99m, 0.999m, 1];

    /// <summary>With these a field is asked for what people said; its probability is not the machine's.</summary>
    private static readonly string[] AskedByPeople = [ReviewedRecord.Differs, ReviewedRecord.DiffersFromSample, ReviewedRecord.Odd];

    /// <summary>Decisions about fields that say what the page prints, and were not taken back.</summary>
    private const string Decided = """
        decisions c JOIN extractions e ON e.extraction_id = c.extraction_id
        WHERE c.action IN ('confirm', 'correct', 'enter') AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.reverses = c.decision_id)
        """;

    private sealed record Said
    {
        public required long DocumentId { get; init; }

        public required long Part { get; init; }

        public required string Path { get; init; }

        public required string By { get; init; }

        public required string State { get; init; }

        /// <summary>JSON of decisions, plain text of answers.</summary>
        public string? Value { get; init; }

        public required long IsJson { get; init; }

        public string? Text => Value is null || IsJson == 0 ? Value : WrittenValue.Of(FieldJson.ReadValue(Value));
    }

    private sealed record Shown
    {
        public required long DocumentId { get; init; }

        public required long Part { get; init; }

        public required string Path { get; init; }

        public required string Reason { get; init; }

        public required long Probability { get; init; }

        public required long IsRight { get; init; }
    }

    /// <summary>How often two people said the same about one field, by the names of both. Whoever settles a doubt has seen what the other said.</summary>
    public async Task<IReadOnlyList<SaidAgain>> AgreeAsync(CancellationToken cancellation)
    {
        const string Sql = $"""
            SELECT e.document_id AS DocumentId, e.part AS Part, c.subject AS Path, c.decided_by AS By, c.new_state AS State, c.new_value AS Value, 1 AS IsJson, c.decided_at AS At
            FROM {Decided}
            UNION ALL
            SELECT document_id, part, path, answered_by, answer_state, answer_value, 0, answered_at FROM quality_items WHERE answered_at IS NOT NULL AND kind = 'blind'
            ORDER BY 8
            """;
        var said = (await database.ReadAsync(connection => connection.QueryAsync<Said>(Sql), cancellation)).ToList();
        var pairs = new SortedDictionary<(string, string), (int Fields, int Same)>();
        foreach (var field in said.GroupBy(row => (row.DocumentId, row.Part, row.Path)))
        {
            var people = field.GroupBy(row => row.By, StringComparer.Ordinal).Select(own => own.Last()).OrderBy(row => row.By, StringComparer.Ordinal).ToList();
            for (var one = 0; one < people.Count; one++)
                foreach (var other in people.Skip(one + 1))
                {
                    var (fields, same) = pairs.GetValueOrDefault((people[one].By, other.By));
                    pairs[(people[one].By, other.By)] = (fields + 1, same + (people[one].State == other.State && people[one].Text == other.Text ? 1 : 0));
                }
        }

        return [.. pairs.Select(pair => new SaidAgain(pair.Key.Item1, pair.Key.Item2, pair.Value.Fields, pair.Value.Same))];
    }

    /// <summary>Where the machine asked with a probability, and a person decided: how often it was right. Ranges without fields are left out.</summary>
    public async Task<IReadOnlyList<ShownProbability>> CalibrateAsync(CancellationToken cancellation)
    {
        const string Sql = $"""
            SELECT e.document_id AS DocumentId, e.part AS Part, c.subject AS Path, i.reason AS Reason, i.probability AS Probability,
                CASE WHEN c.new_state = c.old_state AND coalesce(c.new_value, '') = coalesce(c.old_value, '') THEN 1 ELSE 0 END AS IsRight
            FROM review_items i, {Decided} AND i.document_id = e.document_id AND i.part = e.part AND i.subject = c.subject AND i.probability IS NOT NULL
            ORDER BY c.decision_id
            """;
        var shown = await database.ReadAsync(connection => connection.QueryAsync<Shown>(Sql), cancellation);
        var last = shown.Where(row => !AskedByPeople.Contains(row.Reason)).GroupBy(row => (row.DocumentId, row.Part, row.Path)).Select(field => field.Last());
        return [.. last.GroupBy(row => Array.FindLastIndex(Bounds[..^1], bound => row.Probability / Million >= bound)).OrderBy(range => range.Key).Select(range => new ShownProbability(
            Bounds[range.Key], Bounds[range.Key + 1], range.Count(), range.Count(row => row.IsRight == 1), range.Average(row => row.Probability / Million)))];
    }
}
