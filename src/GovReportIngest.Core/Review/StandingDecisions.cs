namespace GovReportIngest.Core.Review;

/// <summary>The decisions about a report that are in force.</summary>
/// <param name="BySubject">The last one about every field and every item of the whole document.</param>
/// <param name="Shifts">Of tables, the earliest first: each moves what those before it left.</param>
public sealed record StandingDecisions(IReadOnlyDictionary<string, Decision> BySubject, IReadOnlyList<Decision> Shifts)
{
    /// <param name="log">All decisions about the report.</param>
    public static StandingDecisions Of(IEnumerable<Decision> log)
    {
        var standing = new List<Decision>();
        foreach (var decision in log.OrderBy(decision => decision.Id))
            if (decision.Action is DecisionAction.Reverse)
                standing.RemoveAll(earlier => earlier.Id == decision.Reverses);
            else if (decision.Action is not DecisionAction.Comment)
                standing.Add(decision);
        return new(
            standing.Where(decision => decision.Shift is null).GroupBy(decision => decision.Subject, StringComparer.Ordinal)
                .ToDictionary(subject => subject.Key, subject => subject.Last(), StringComparer.Ordinal),
            [.. standing.Where(decision => decision.Shift is not null)]);
    }

    /// <summary>What was said about how the document is read.</summary>
    public IEnumerable<Decision> Hints => BySubject.Values.Where(decision => decision.Hint is not null).OrderBy(decision => decision.Id);

    /// <summary>The last about a subject; null where none is in force.</summary>
    public Decision? About(string subject) => BySubject.GetValueOrDefault(subject) ?? Shifts.LastOrDefault(shift => shift.Subject == subject);
}
