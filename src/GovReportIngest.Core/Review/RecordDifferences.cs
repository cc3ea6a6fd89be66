using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Review;

/// <summary>What a person or a program that uses a field sees of it.</summary>
public readonly record struct SeenField(FieldState State, FieldValue? Value, ReviewState Review);

/// <summary>A field that two readings see otherwise; null where one of them has no such field.</summary>
public sealed record FieldDifference(string Path, SeenField? Before, SeenField? After);

/// <summary>What changed between two readings of one report. Probabilities, evidence and outline are no differences.</summary>
public sealed record RecordDifferences
{
    public required Outcome Before { get; init; }

    public required Outcome After { get; init; }

    public required string? FormBefore { get; init; }

    public required string? FormAfter { get; init; }

    /// <summary>In the order of the later record, then those that only the earlier one has.</summary>
    public required IReadOnlyList<FieldDifference> Fields { get; init; }

    /// <summary>Ids of checks that only one of the readings finds violated.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    public bool AreNone => Before == After && FormBefore == FormAfter && Fields.Count == 0 && Findings.Count == 0;

    public static RecordDifferences Of(ReportRecord before, ReportRecord after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new()
        {
            Before = before.Outcome,
            After = after.Outcome,
            FormBefore = before.Form?.Id,
            FormAfter = after.Form?.Id,
            Fields = [.. FieldsOf(before, after)],
            Findings = [.. ViolatedIn(after).Except(ViolatedIn(before)), .. ViolatedIn(before).Except(ViolatedIn(after))],
        };
    }

    private static IEnumerable<FieldDifference> FieldsOf(ReportRecord before, ReportRecord after)
    {
        var earlier = before.Fields.ToDictionary(field => field.Key, field => Seen(field.Value), StringComparer.Ordinal);
        foreach (var (path, field) in after.Fields)
        {
            SeenField? known = earlier.Remove(path, out var seen) ? seen : null;
            if (known != Seen(field))
                yield return new(path, known, Seen(field));
        }

        foreach (var (path, _) in before.Fields)
            if (earlier.TryGetValue(path, out var gone))
                yield return new(path, gone, null);
    }

    private static SeenField Seen(RecordField field) => new(field.State, field.Value, field.Review);

    private static IEnumerable<string> ViolatedIn(ReportRecord record) =>
        record.Checks.Where(check => check.Outcome is CheckOutcome.Violated).Select(check => check.Id);
}
