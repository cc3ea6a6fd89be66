using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Review;

/// <summary>Tables, or parts of them, that stand on pages which the source lacks, as people saw.</summary>
/// <param name="subjects">Of the decisions in force.</param>
internal sealed class AbsentTables(IEnumerable<string> subjects)
{
    /// <summary>The source lacks the page on which this stands, a person saw.</summary>
    public const string Reason = "page-absent";

    private const string TableNotFound = "table-not-found";

    private readonly HashSet<string> tables =
        [.. subjects.Where(subject => subject.StartsWith(Decision.AbsentPrefix, StringComparison.Ordinal)).Select(subject => subject[Decision.AbsentPrefix.Length..])];

    /// <summary>What was not found in such a table is missing; what was found stays as it is, open or not.</summary>
    public RecordField Judge(string path, RecordField field) => IsAbsent(path, field) ? field with
    {
        Probability = ReviewedRecord.Seen,
        Review = ReviewState.Confirmed,
        Reasons = [.. field.Reasons.Append(Reason).Distinct().Order(StringComparer.Ordinal)],
        Extracted = new(field.State, field.Value, field.Probability),
    } : field;

    /// <summary>Whether nothing more is to be asked about the item.</summary>
    public bool Explains(DocumentItem item) => item.Reason == TableNotFound && tables.Contains(item.Detail);

    private bool IsAbsent(string path, RecordField field) => field is { State: FieldState.Missing, Review: ReviewState.Open, Evidence.Count: 0 }
        && path.IndexOf('.', StringComparison.Ordinal) is > 0 and var end && tables.Contains(path[..end]);
}
