using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Check;

/// <summary>What an identity needs to know of a field.</summary>
internal readonly record struct Operand(FieldState State, decimal? Amount);

/// <summary>Evaluates the identities of a form on the values of one report.</summary>
internal static class IdentityCheck
{
    public static CheckResult Evaluate(FormIdentity identity, Func<string, Operand> operandAt) => Evaluate(identity, term => operandAt(term.Path));

    public static CheckResult Evaluate(FormIdentity identity, Func<IdentityTerm, Operand> operandAt)
    {
        var assumed = new List<string>();
        var left = Sum(identity.Left, operandAt, assumed);
        var right = Sum(identity.Right, operandAt, assumed);
        var outcome = (left, right) switch
        {
            (null, _) or (_, null) => CheckOutcome.Unknown,
            var (a, b) when a == b => CheckOutcome.Holds,
            _ => assumed.Count > 0 ? CheckOutcome.Unknown : CheckOutcome.Violated,
        };
        var severity = identity.IsSoft ? CheckSeverity.Warning : CheckSeverity.Error;
        return new(identity.Id, severity, outcome, left, right, assumed, FieldsOf(identity));
    }

    public static IReadOnlyList<string> FieldsOf(FormIdentity identity) =>
        [.. identity.Left.Concat(identity.Right).Select(term => term.Name).Distinct()];

    /// <summary>Null where an operand is missing, unreadable or no number; blank cells and placeholders count as 0.</summary>
    private static decimal? Sum(IReadOnlyList<IdentityTerm> terms, Func<IdentityTerm, Operand> operandAt, List<string> assumed)
    {
        decimal? sum = 0;
        foreach (var term in terms)
        {
            var operand = operandAt(term);
            if (operand.State is FieldState.Blank or FieldState.Placeholder)
                assumed.Add(term.Name);
            else
                sum += operand.State == FieldState.Printed ? term.Sign * operand.Amount : null;
        }

        return sum;
    }
}
