using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Narrative;

namespace GovReportIngest.Core.Check;

/// <summary>
/// Running text against tables: one check for every field that the text speaks of. Where it says several numbers, one that the table
/// prints is enough, since others may speak of parts. What is read from a scan may agree with a table, and contradicts it only
/// where both were read for certain.
/// </summary>
internal static class NarrativeCheck
{
    public static IEnumerable<CheckResult> Evaluate(IReadOnlyList<NarrativeStatement> statements, Func<string, Operand> operandAt, Func<string, bool> isDoubtful)
    {
        foreach (var said in statements.GroupBy(statement => statement.Rule.Path))
        {
            var operand = operandAt(said.Key);
            var isZero = operand.State is FieldState.Blank or FieldState.Placeholder;
            decimal? printed = isZero ? 0 : operand.State is FieldState.Printed ? operand.Amount : null;
            var statement = said.FirstOrDefault(statement => statement.Amount == printed) ?? said.First();
            var outcome = printed is null ? CheckOutcome.Unknown
                : statement.Amount == printed ? CheckOutcome.Holds
                : isZero || !said.All(other => other.IsCertain) || isDoubtful(said.Key) ? CheckOutcome.Unknown : CheckOutcome.Violated;
            yield return new(statement.Rule.CheckId, CheckSeverity.Warning, outcome, statement.Amount, printed, isZero ? [said.Key] : [], [said.Key])
            {
                Evidence = statement.Evidence,
            };
        }
    }
}
