namespace GovReportIngest.Core.Review;

/// <summary>All decisions about one report, the earliest first.</summary>
public static class DecisionLog
{
    /// <summary>The last decision about every subject that was not taken back.</summary>
    public static IReadOnlyDictionary<string, Decision> InForce(IEnumerable<Decision> log)
    {
        var standing = new Dictionary<string, List<Decision>>(StringComparer.Ordinal);
        foreach (var decision in log.OrderBy(decision => decision.Id))
        {
            if (!standing.TryGetValue(decision.Subject, out var earlier))
                standing[decision.Subject] = earlier = [];
            if (decision.Action is DecisionAction.Reverse)
                earlier.RemoveAll(other => other.Id == decision.Reverses);
            else
                earlier.Add(decision);
        }

        return standing.Where(subject => subject.Value.Count > 0).ToDictionary(subject => subject.Key, subject => subject.Value[^1], StringComparer.Ordinal);
    }
}
