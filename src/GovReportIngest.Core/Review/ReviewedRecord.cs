using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Review;

/// <summary>
/// A record as people left it: what was extracted, with the decisions in force. The extraction itself never changes, so that any of them
/// can be taken back, and another reading of the same document takes them over.
/// </summary>
public static class ReviewedRecord
{
    /// <summary>Another reading of the page saw something else than the one that was decided on: a person must look again.</summary>
    public const string Differs = "differs-from-review";

    /// <summary>The page prints this, a person saw, though it cannot be right.</summary>
    public const string SourceWrong = "source-wrong";

    /// <summary>Somebody who read a sample saw something else on the page.</summary>
    public const string DiffersFromSample = "differs-from-sample";

    /// <summary>Among cells that were read alike, somebody saw that this one looks otherwise.</summary>
    public const string Odd = "odd-among-equals";

    /// <summary>Two people who did not see each other's answers saw different things on the page.</summary>
    public const string EntriesDiffer = "entries-differ";

    /// <summary>Of what a person saw on the page. Reviewers err too; how often, gold items measure.</summary>
    internal const decimal Seen = 0.999m;

    /// <summary>Of what a person saw where another reading saw something else.</summary>
    private const decimal Contested = 0.5m;

    /// <param name="extracted">As the machine read it.</param>
    /// <param name="form">The record's form; null where it has none or the form is not installed: sums that decisions touch are unknown then.</param>
    /// <param name="standing">The decisions in force: shifts of tables first, then what was decided about single fields, wherever they are now.</param>
    public static ReportRecord Of(ReportRecord extracted, FormDefinition? form, StandingDecisions standing)
    {
        var decisions = standing.BySubject;
        if (decisions.Count == 0 && standing.Shifts.Count == 0 && standing.Entries.Count == 0)
            return extracted;
        var absent = new AbsentTables(decisions.Keys);
        var shifted = new ShiftedFields(extracted, form, standing.Shifts);
        List<KeyValuePair<string, RecordField>> fields = [.. extracted.Fields.Select(field => KeyValuePair.Create(
            field.Key, decisions.GetValueOrDefault(field.Key) switch
            {
                { Result: { } result } decision => Decided(shifted.At(field.Key), decision, result),
                { Action: DecisionAction.Doubt } => Doubted(shifted.At(field.Key), Odd),
                _ => absent.Judge(field.Key, shifted.At(field.Key)),
            }))];
        var checks = new ReviewedChecks(extracted, form, decisions.Keys.Concat(shifted.Changed)).Evaluate(fields);
        var undecided = shifted.Changed.Where(path => decisions.GetValueOrDefault(path) is not { Result: not null }).ToHashSet(StringComparer.Ordinal);
        if (undecided.Count > 0)
            fields = [.. fields.Select(field => undecided.Contains(field.Key) ? KeyValuePair.Create(field.Key, shifted.Judge(field.Value, field.Key, checks)) : field)];
        if (standing.Entries.Count > 0)
            fields = [.. fields.Select(field => standing.Entries.TryGetValue(field.Key, out var entries) && entries.Count > 1 ? KeyValuePair.Create(field.Key, Differing(field.Value, entries)) : field)];
        List<DocumentItem> items = [.. extracted.Review.Where(item => !IsSettled(item, decisions) && !absent.Explains(item))];
        return extracted with
        {
            Fields = fields,
            Review = items,
            Checks = checks,
            Outcome = extracted.Outcome is Outcome.Rejected ? Outcome.Rejected
                : items.Count > 0 || fields.Any(field => field.Value.Review is ReviewState.Open) ? Outcome.NeedsReview : Outcome.Accepted,
        };
    }

    /// <summary>An item of the whole document as a decision remembers it: the same again was settled, another page or table was not.</summary>
    public static string TextOf(DocumentItem item) => $"{string.Join(',', item.Pages)} {item.Detail.ReplaceLineEndings(" ")}";

    private static bool IsSettled(DocumentItem item, IReadOnlyDictionary<string, Decision> decisions) =>
        decisions.GetValueOrDefault(Decision.DocumentPrefix + item.Reason) is { Basis.Printed: { } settled } && settled.Split('\n').Contains(TextOf(item));

    private static RecordField Decided(RecordField field, Decision decision, DecidedField result)
    {
        if (decision.Action is DecisionAction.Doubt)
            return Doubt(field, result);
        var agrees = field.State == result.State && field.Value == result.Value;
        var isContested = !agrees && decision.Basis != new DecisionBasis(field.State, field.Printed);
        return field with
        {
            State = result.State,
            Value = result.Value,
            Printed = result.Printed,
            // Pages that were turned since have other places.
            Evidence = result.Evidence.Count > 0 && !(agrees && field.Evidence.Count > 0) ? result.Evidence : field.Evidence,
            Probability = isContested ? Contested : Seen,
            Review = isContested ? ReviewState.Open : agrees ? ReviewState.Confirmed : ReviewState.Corrected,
            Reasons = ReasonsOf(field, isContested, decision.IsSourceWrong),
            Candidates = [.. field.Candidates.Where(candidate => candidate.Value != result.Value)],
            Extracted = field.Extracted ?? new(field.State, field.Value, field.Probability),
            Asserted = decision.Asserted,
        };
    }

    /// <summary>What was read stays; what the other saw becomes a candidate.</summary>
    private static RecordField Doubt(RecordField field, DecidedField result) => Doubted(field, DiffersFromSample) with
    {
        Candidates = [new(result.Value, Contested), .. field.Candidates.Where(candidate => candidate.Value != result.Value)],
    };

    /// <summary>A third person decides between them.</summary>
    private static RecordField Differing(RecordField field, IReadOnlyList<Decision> entries) => Doubted(field, EntriesDiffer) with
    {
        Candidates = [.. entries.Select(entry => new FieldCandidate(entry.Result!.Value, Contested)).Concat(field.Candidates).DistinctBy(candidate => candidate.Value)],
    };

    private static RecordField Doubted(RecordField field, string reason) => field with
    {
        Probability = Math.Min(field.Probability, Contested),
        Review = ReviewState.Open,
        Reasons = [.. field.Reasons.Append(reason).Distinct().Order(StringComparer.Ordinal)],
    };

    private static IReadOnlyList<string> ReasonsOf(RecordField field, bool isContested, bool isSourceWrong)
    {
        IEnumerable<string> reasons = field.Reasons;
        if (isContested)
            reasons = reasons.Append(Differs);
        if (isSourceWrong)
            reasons = reasons.Append(SourceWrong);
        return [.. reasons.Distinct().Order(StringComparer.Ordinal)];
    }
}
