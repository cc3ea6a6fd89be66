namespace GovReportIngest.Core.Document.Record;

public enum CheckSeverity
{
    /// <summary>A hard identity of the form.</summary>
    Error,

    /// <summary>A soft identity: usually holds, honest reports may break it.</summary>
    Warning,
}

public enum CheckOutcome
{
    Holds,
    Violated,
    Unknown,
}

/// <summary>
/// One identity evaluated on one record, such as <c>requests.balance[natural_person]</c>. <see cref="Left"/> and
/// <see cref="Right"/> are null where an operand is missing or unreadable; blanks counted as 0 are in <see cref="AssumedZero"/>.
/// </summary>
public sealed record CheckResult(
    string Id,
    CheckSeverity Severity,
    CheckOutcome Outcome,
    decimal? Left,
    decimal? Right,
    IReadOnlyList<string> AssumedZero,
    IReadOnlyList<string> Fields)
{
    /// <summary>Where running text says <see cref="Left"/>; empty for sums, whose evidence is that of their fields.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
