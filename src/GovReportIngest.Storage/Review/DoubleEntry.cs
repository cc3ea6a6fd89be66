using System.Data.Common;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Review;

/// <summary>
/// Whether what is asked about fields is answered twice: two people say what the page prints without seeing each other's answers. Answers that say the
/// same decide; of two that differ a third person decides, who sees both.
/// </summary>
public sealed class DoubleEntry
{
    internal const string Name = "double-entry";

    private readonly ReviewSwitch isOn;

    internal DoubleEntry(IStoreDatabase database, TimeProvider time) => isOn = new(database, time, Name);

    public Task<bool> IsOnAsync(CancellationToken cancellation) => isOn.IsOnAsync(cancellation);

    /// <summary>Holds for what is decided from now on. It is kept in the audit.</summary>
    public Task SetAsync(bool isWanted, string by, CancellationToken cancellation) => isOn.SetAsync(isWanted, by, cancellation);

    /// <summary>What is known of an answer that a person may give.</summary>
    public enum Turn
    {
        /// <summary>It decides, as any other.</summary>
        Decides,

        /// <summary>It is one of the two.</summary>
        Enters,

        /// <summary>This person has said what the page prints, and another one has to.</summary>
        HasEntered,

        /// <summary>Two answers differ, one of them is this person's: a third one has to decide.</summary>
        IsParty,
    }

    /// <param name="path">Of the field.</param>
    /// <param name="by">Name of the person.</param>
    public static Turn TurnOf(ReviewedReport report, string path, string by)
    {
        if (!report.IsEnteredTwice || !report.OpenFields.Contains(path))
            return Turn.Decides;
        var entries = report.Standing.Entries.GetValueOrDefault(path, []);
        var isOwn = entries.Any(entry => entry.By == by);
        return entries.Count > 1 ? isOwn ? Turn.IsParty : Turn.Decides : isOwn ? Turn.HasEntered : Turn.Enters;
    }

    /// <summary>The request as the rule has it.</summary>
    /// <returns>The outcome where it cannot be made; else what is to be made.</returns>
    internal static (DecisionOutcome? Refused, DecisionRequest Request) Rule(ReviewedReport report, DecisionRequest request, string by)
    {
        if (request.Action is not (DecisionAction.Confirm or DecisionAction.Correct))
            return (request.Action is DecisionAction.Enter ? DecisionOutcome.Refused : null, request);
        return TurnOf(report, request.Subject, by) switch
        {
            Turn.Decides => (null, request),
            Turn.IsParty => (DecisionOutcome.NotOwn, request),
            _ when request.Action is DecisionAction.Confirm => (DecisionOutcome.Blind, request),
            _ => (null, request with { Action = DecisionAction.Enter, Asserted = null, IsSourceWrong = false }),
        };
    }

    internal static Task<bool> IsOnAsync(DbConnection connection) => ReviewSwitch.IsOnAsync(connection, Name);
}
