namespace GovReportIngest.Storage.Review;

/// <summary>One decision as it was made; times are milliseconds since 1970, UTC. Values are JSON: a number, or a text in quotes.</summary>
public sealed record DecisionRow
{
    public required long DecisionId { get; init; }

    /// <summary>Of the document: which reading was decided on.</summary>
    public required long Version { get; init; }

    /// <summary>Path of the field, <c>document:</c> and the reason, <c>structure:</c> or <c>absent:</c> and the table, or <c>reading:</c> and what a hint is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Code of the action.</summary>
    public required string Action { get; init; }

    /// <summary>What the machine had read; null for the whole document and for reversals. Of the whole document <see cref="OldPrinted"/> has the items.</summary>
    public string? OldState { get; init; }

    public string? OldValue { get; init; }

    public string? OldPrinted { get; init; }

    public string? NewState { get; init; }

    public string? NewValue { get; init; }

    public string? NewPrinted { get; init; }

    public string? Evidence { get; init; }

    public string? Asserted { get; init; }

    /// <summary>Of shifts, as <see cref="Core.Review.BlockShift.Text"/> has it.</summary>
    public string? Shift { get; init; }

    /// <summary>Of what is read again, as <see cref="Core.Read.ReadingHint.Text"/> has it.</summary>
    public string? Hint { get; init; }

    public long IsSourceWrong { get; init; }

    public string? Note { get; init; }

    public long? Reverses { get; init; }

    public required string DecidedBy { get; init; }

    public required long DecidedAt { get; init; }
}
