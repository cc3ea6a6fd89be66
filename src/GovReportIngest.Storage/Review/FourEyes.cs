using System.Data.Common;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Review;

/// <summary>
/// Whether what one person decided needs a second one: while it is so, a report with decisions is not accepted before somebody else has settled
/// the item <see cref="Reason"/> behind each of them.
/// </summary>
public sealed class FourEyes
{
    /// <summary>Of the item that waits for a second person.</summary>
    public const string Reason = RegisterItems.SecondLook;

    private const string Name = "four-eyes";

    private static readonly HashSet<string> Deciding =
        [.. new[] { DecisionAction.Confirm, DecisionAction.Correct, DecisionAction.Settle, DecisionAction.Shift, DecisionAction.Reread, DecisionAction.Absent }.Select(Codes.Of)];

    private readonly ReviewSwitch isOn;

    internal FourEyes(IStoreDatabase database, TimeProvider time) => isOn = new(database, time, Name);

    public Task<bool> IsOnAsync(CancellationToken cancellation) => isOn.IsOnAsync(cancellation);

    /// <summary>Holds for what is decided from now on; what was accepted before stays so. It is kept in the audit.</summary>
    public Task SetAsync(bool isWanted, string by, CancellationToken cancellation) => isOn.SetAsync(isWanted, by, cancellation);

    /// <summary>Whether this person can be the second one for what waits.</summary>
    /// <param name="log">Of the report.</param>
    /// <param name="by">Name of the person.</param>
    public static bool MaySettle(IReadOnlyList<DecisionRow> log, string by) => WaitingIn(log).Any(row => row.DecidedBy != by);

    internal static Task<bool> IsOnAsync(DbConnection connection) => ReviewSwitch.IsOnAsync(connection, Name);

    /// <summary>Null where nothing waits for a second person.</summary>
    internal static DocumentItem? ItemOf(IReadOnlyList<DecisionRow> log) => WaitingIn(log).ToList() is { Count: > 0 } waiting
        ? new(Reason, [], $"{string.Join(", ", waiting.Select(row => row.DecidedBy).Distinct())}: {waiting.Count} decisions, the last is {waiting[^1].DecisionId}.") : null;

    /// <summary>Decisions in force behind which nobody else has settled.</summary>
    private static IEnumerable<DecisionRow> WaitingIn(IReadOnlyList<DecisionRow> log)
    {
        var reversed = log.Select(row => row.Reverses).OfType<long>().ToHashSet();
        var standing = log.Where(row => Deciding.Contains(row.Action) && !reversed.Contains(row.DecisionId)).ToList();
        var looks = standing.Where(row => row.Subject == Decision.DocumentPrefix + Reason).ToList();
        return standing.Except(looks).Where(row => !looks.Exists(look => look.DecisionId > row.DecisionId && look.DecidedBy != row.DecidedBy));
    }
}
