using System.Diagnostics;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Storage.Documents;

/// <summary>How far a document has come.</summary>
public enum WorkState
{
    /// <summary>Safely stored, and waits to be read.</summary>
    Collected,
    Processing,
    Accepted,
    NeedsReview,
    Rejected,
}

/// <summary>The words of the states in tables and on the command line; the last three are those of a record's outcome.</summary>
public static class WorkStates
{
    public static IReadOnlyList<string> Codes { get; } = [.. Enum.GetValues<WorkState>().Select(CodeOf)];

    /// <summary>Null where no state has this code.</summary>
    public static WorkState? Find(string? code) => Enum.GetValues<WorkState>().Cast<WorkState?>().FirstOrDefault(state => CodeOf(state!.Value) == code);

    public static string CodeOf(WorkState state) => state switch
    {
        WorkState.Collected => "collected",
        WorkState.Processing => "processing",
        WorkState.Accepted => "accepted",
        WorkState.NeedsReview => "needs-review",
        WorkState.Rejected => "rejected",
        _ => throw new UnreachableException(),
    };

    /// <summary>Of a document with these reports: it needs review where one does, and is rejected where all are.</summary>
    public static WorkState Of(IEnumerable<Outcome> reports)
    {
        var outcomes = reports.ToHashSet();
        return outcomes.Contains(Outcome.NeedsReview) ? WorkState.NeedsReview
            : outcomes.Contains(Outcome.Accepted) ? outcomes.Contains(Outcome.Rejected) ? WorkState.NeedsReview : WorkState.Accepted
            : WorkState.Rejected;
    }
}
