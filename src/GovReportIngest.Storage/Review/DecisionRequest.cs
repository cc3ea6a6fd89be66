using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Review;

namespace GovReportIngest.Storage.Review;

/// <summary>What a person decides, and what was visible then: what others decided meanwhile is never decided over.</summary>
public sealed record DecisionRequest
{
    /// <summary>Path of a field, <c>document:</c> and the reason of an item, <c>structure:</c> or <c>absent:</c> and the key of a table, or <c>reading:</c> and the subject of the hint.</summary>
    public required string Subject { get; init; }

    public required DecisionAction Action { get; init; }

    /// <summary>Of the document: the reading that was visible.</summary>
    public required long Version { get; init; }

    /// <summary>The last decision about the subject that was visible, a reversal too; 0 where there was none. A reversal takes this one back.</summary>
    public required long Seen { get; init; }

    /// <summary>Of a correction; null in all others.</summary>
    public DecidedField? Result { get; init; }

    /// <summary>Of a shift; null in all others.</summary>
    public BlockShift? Shift { get; init; }

    /// <summary>Of what is to be read again; null in all others.</summary>
    public ReadingHint? Hint { get; init; }

    /// <summary>A value that is known, though the page does not print it.</summary>
    public FieldValue? Asserted { get; init; }

    /// <summary>Whether the page prints this though it cannot be right.</summary>
    public bool IsSourceWrong { get; init; }

    /// <summary>Of a comment, what it says.</summary>
    public string? Note { get; init; }
}

public enum DecisionOutcome
{
    Made,

    /// <summary>There is no such report, or it has no such subject.</summary>
    Unknown,

    /// <summary>Somebody decided meanwhile, or the document was read again.</summary>
    Conflict,

    /// <summary>Somebody else has to look at what this person decided.</summary>
    NotOwn,

    /// <summary>Nothing is shown that could be confirmed: the answer is one of two that are compared.</summary>
    Blind,

    /// <summary>What is printed has no place on the page, nothing would move, a comment says nothing, or there is nothing to take back.</summary>
    Refused,
}

/// <param name="Outcome">Whether it was made.</param>
/// <param name="Report">As it is now; null where there is none.</param>
/// <param name="Other">In a conflict, the decision of somebody else.</param>
public sealed record DecisionResult(DecisionOutcome Outcome, ReviewedReport? Report, DecisionRow? Other = null);
