using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Core.Evaluate;

/// <summary>Compares one record with the truth about its document.</summary>
internal static class DocumentEvaluation
{
    /// <summary>Items that say of the whole document that its fields were not found.</summary>
    private static readonly string[] CoverAllFields = ["form-unknown", "form-uncertain", "unreadable-document", "several-reports"];

    public static DocumentScore Score(string name, ExpectedReport truth, ReportRecord? record)
    {
        var found = record?.Fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal) ?? [];
        var mistakes = new List<Mistake>();
        var trust = new List<(decimal, bool)>();
        var (all, nonZero) = (new FieldScore(), new FieldScore());
        foreach (var (path, expected) in truth.Fields)
        {
            var field = found.GetValueOrDefault(path);
            var isExact = field is not null && IsExact(expected, field);
            var isFlagged = IsOpenFor(path, field, record);
            var score = new FieldScore(1, isExact ? 1 : 0, isFlagged ? 1 : 0, isExact || isFlagged ? 0 : 1);
            all += score;
            if (expected.Value is FieldValue.Number { Amount: not 0 })
                nonZero += score;
            if (!isExact)
                mistakes.Add(new(name, path, Show(expected.State, expected.Value), field is null ? "absent" : Show(field.State, field.Value), !isFlagged));
            if (field is not null)
                trust.Add((field.Probability, isExact));
        }

        var tables = TablesOf(truth);
        var counts = new GroupScore
        {
            Name = name,
            Documents = 1,
            Absent = record is null ? 1 : 0,
            NothingOpen = record?.Outcome == Outcome.Accepted ? 1 : 0,
            FormsRight = truth.Form is null || truth.Form == record?.Form?.Id ? 1 : 0,
            All = all,
            NonZero = nonZero,
            Tables = tables.Count,
            TablesExact = tables.Count(table => !mistakes.Exists(mistake => mistake.Path.StartsWith(table, StringComparison.Ordinal))),
        };
        return new(ProseEvaluation.Add(AddViolations(counts, truth, record), truth, record), mistakes, trust);
    }

    private static bool IsExact(ExpectedField expected, RecordField field) =>
        expected.State == field.State && Equals(expected.Value, field.Value);

    private static bool IsOpenFor(string path, RecordField? field, ReportRecord? record) =>
        field is not null ? field.Review == ReviewState.Open
        : record is not null && record.Review.Any(item => CoverAllFields.Contains(item.Reason)
            || (item.Reason == "table-not-found" && item.Detail.Contains(path.Split('.')[0], StringComparison.Ordinal)));

    private static List<string> TablesOf(ExpectedReport truth) =>
        [.. truth.Fields.Keys.Select(path => path[..(path.IndexOf('.', StringComparison.Ordinal) + 1)]).Distinct().Where(table => table != "report.")];

    private static GroupScore AddViolations(GroupScore score, ExpectedReport truth, ReportRecord? record)
    {
        if (truth.Violations is not { } expected)
            return score;
        var found = record?.Checks.Where(check => check.Outcome == CheckOutcome.Violated).Select(check => check.Id).ToHashSet() ?? [];
        return score with
        {
            ViolationsFound = expected.Count(found.Contains),
            ViolationsMissed = expected.Count(id => !found.Contains(id)),
            ViolationsInvented = found.Count(id => !expected.Contains(id)),
        };
    }

    private static string Show(FieldState state, FieldValue? value) => value switch
    {
        FieldValue.Number(var amount) => FormattableString.Invariant($"{amount}"),
        FieldValue.Words(var words) => words,
        _ => Codes.Of(state),
    };
}
