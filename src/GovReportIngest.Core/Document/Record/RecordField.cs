namespace GovReportIngest.Core.Document.Record;

public enum FieldState
{
    Printed,
    Blank,
    Placeholder,
    Missing,
    Unreadable,
}

public enum ReviewState
{
    None,
    Open,
    Confirmed,
    Corrected,
}

/// <summary>A value as the form types it: a number or a text.</summary>
public abstract record FieldValue
{
    private FieldValue()
    {
    }

    public sealed record Number(decimal Amount) : FieldValue
    {
        /// <summary>Trailing zeros do not make a different value: 1.50 equals 1.5.</summary>
        public bool Equals(Number? other) => other is not null && Amount == other.Amount;

        public override int GetHashCode() => Amount.GetHashCode();
    }

    public sealed record Words(string Text) : FieldValue;
}

public readonly record struct FieldCandidate(FieldValue? Value, decimal Probability);

/// <summary>One field of the record with everything a reviewer needs to trust or doubt it.</summary>
public sealed record RecordField
{
    /// <summary>Null unless <see cref="State"/> is printed.</summary>
    public FieldValue? Value { get; init; }

    public required FieldState State { get; init; }

    /// <summary>The characters as read, verbatim; null where nothing is printed.</summary>
    public string? Printed { get; init; }

    /// <summary>P(state and value are what the page prints), calibrated, six decimals.</summary>
    public required decimal Probability { get; init; }

    public ReviewState Review { get; init; }

    /// <summary>Stable codes, ordered.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Without the chosen one; by probability, then value.</summary>
    public IReadOnlyList<FieldCandidate> Candidates { get; init; } = [];

    /// <summary>What the machine had read, where a person's decision took its place; else null.</summary>
    public ExtractedField? Extracted { get; init; }

    /// <summary>What a person knows though the page does not print it; no sum counts it.</summary>
    public AssertedValue? Asserted { get; init; }

    /// <summary>Null for fields that were not read from a scan, and in records that were read back: a record file does not hold it.</summary>
    public FieldGrounds? Grounds { get; init; }
}
