namespace GovReportIngest.Core.Review;

/// <summary>The decisions about a report that are in force.</summary>
/// <param name="BySubject">The last one about every field and every item of the whole document.</param>
/// <param name="Shifts">Of tables, the earliest first: each moves what those before it left.</param>
public sealed record StandingDecisions(IReadOnlyDictionary<string, Decision> BySubject, IReadOnlyList<Decision> Shifts)
{
    /// <summary>By field, the answers of people who did not see each other's while these decide nothing: that of one person, or those of two who differ.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Decision>> Entries { get; init; } = new Dictionary<string, IReadOnlyList<Decision>>();

    /// <param name="log">All decisions about the report.</param>
    public static StandingDecisions Of(IEnumerable<Decision> log)
    {
        var standing = new List<Decision>();
        foreach (var decision in log.OrderBy(decision => decision.Id))
            if (decision.Action is DecisionAction.Reverse)
                standing.RemoveAll(earlier => earlier.Id == decision.Reverses);
            else if (decision.Action is not DecisionAction.Comment)
                standing.Add(decision);
        var (bySubject, open) = (new Dictionary<string, Decision>(StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<Decision>>(StringComparer.Ordinal));
        foreach (var subject in standing.Where(decision => decision.Shift is null).GroupBy(decision => decision.Subject, StringComparer.Ordinal))
        {
            var decided = subject.LastOrDefault(decision => decision.Action is not DecisionAction.Enter);
            var entries = EntriesAfter(decided?.Id ?? 0, subject);
            if ((AgreedBy(entries) ?? decided) is { } inForce)
                bySubject[subject.Key] = inForce;
            if (entries.Count > 0 && AgreedBy(entries) is null)
                open[subject.Key] = entries;
        }

        return new(bySubject, [.. standing.Where(decision => decision.Shift is not null)]) { Entries = open };
    }

    /// <summary>Of everybody the last one.</summary>
    private static IReadOnlyList<Decision> EntriesAfter(long decided, IEnumerable<Decision> decisions) =>
        [.. decisions.Where(decision => decision.Action is DecisionAction.Enter && decision.Id > decided)
            .GroupBy(entry => entry.By, StringComparer.Ordinal).Select(own => own.Last()).OrderBy(entry => entry.Id)];

    /// <summary>The second of two that say the same; null where there are none.</summary>
    private static Decision? AgreedBy(IReadOnlyList<Decision> entries) =>
        entries.GroupBy(entry => (entry.Result!.State, entry.Result.Value)).FirstOrDefault(same => same.Count() > 1)?.ElementAt(1);

    /// <summary>What was said about how the document is read.</summary>
    public IEnumerable<Decision> Hints => BySubject.Values.Where(decision => decision.Hint is not null).OrderBy(decision => decision.Id);

    /// <summary>The last about a subject; null where none is in force.</summary>
    public Decision? About(string subject) => BySubject.GetValueOrDefault(subject) ?? Shifts.LastOrDefault(shift => shift.Subject == subject);
}
