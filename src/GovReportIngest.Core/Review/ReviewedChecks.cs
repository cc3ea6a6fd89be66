using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Review;

/// <summary>Evaluates again what decided fields take part in; all other checks stay as they are.</summary>
internal sealed class ReviewedChecks(ReportRecord extracted, FormDefinition? form, IEnumerable<string> decided)
{
    private readonly HashSet<string> decided = [.. decided];

    private readonly Dictionary<string, FormIdentity> identities =
        form?.IdentitiesWith(extracted.Form?.Variants ?? []).ToDictionary(identity => identity.Id, StringComparer.Ordinal) ?? [];

    public IReadOnlyList<CheckResult> Evaluate(IReadOnlyList<KeyValuePair<string, RecordField>> fields)
    {
        var byPath = fields.ToDictionary(StringComparer.Ordinal);
        Operand At(string path) => byPath.TryGetValue(path, out var field)
            ? new(field.State, (field.Value as FieldValue.Number)?.Amount) : new(FieldState.Missing, null);
        return [.. extracted.Checks.Select(check => !check.Fields.Any(decided.Contains) ? check
            : identities.TryGetValue(check.Id, out var identity) ? IdentityCheck.Evaluate(identity, (string path) => At(path))
            : check.Fields.Count == 1 ? Narrative(check, At(check.Fields[0]))
            : check with { Outcome = CheckOutcome.Unknown, Left = null, Right = null, AssumedZero = [] })];
    }

    /// <summary>What running text says of the field stays; what it is compared with is the field's value now.</summary>
    private static CheckResult Narrative(CheckResult check, Operand operand)
    {
        var isZero = operand.State is FieldState.Blank or FieldState.Placeholder;
        decimal? printed = isZero ? 0 : operand.State is FieldState.Printed ? operand.Amount : null;
        var outcome = printed is null ? CheckOutcome.Unknown
            : check.Left == printed ? CheckOutcome.Holds
            : isZero || check.Outcome is CheckOutcome.Unknown ? CheckOutcome.Unknown : CheckOutcome.Violated;
        return check with { Right = printed, Outcome = outcome, AssumedZero = isZero ? check.Fields : [] };
    }
}
