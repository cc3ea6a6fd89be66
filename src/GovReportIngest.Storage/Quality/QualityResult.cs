using GovReportIngest.Core.Evaluate;

namespace GovReportIngest.Storage.Quality;

/// <summary>What a sample has shown so far.</summary>
public sealed record QualityResult
{
    public required long SampleId { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long DrawnAt { get; init; }

    public required string DrawnBy { get; init; }

    public required long Seed { get; init; }

    /// <summary>Errors in a million fields that are accepted.</summary>
    public required long Bar { get; init; }

    /// <summary>That could have been drawn.</summary>
    public required long Fields { get; init; }

    /// <summary>Fields that are to be read blind.</summary>
    public required long Asked { get; init; }

    public required long Answered { get; init; }

    /// <summary>The record was wrong: a reviewer corrected it after the answer.</summary>
    public required long Errors { get; init; }

    /// <summary>The answer is not what the record says, and nobody has said yet which is right.</summary>
    public required long Unsettled { get; init; }

    /// <summary>Upper 95 % bound of the rate of errors (<see cref="ErrorBound.ClopperPearson"/>); what is not settled counts as an error.</summary>
    public decimal AtMost => ErrorBound.ClopperPearson((int)(Errors + Unsettled), (int)Answered);

    /// <summary>Lower 95 % bound of the rate; what is not settled counts as right.</summary>
    public decimal AtLeast => 1 - ErrorBound.ClopperPearson((int)(Answered - Errors), (int)Answered);

    /// <summary>Null while the answers do not show it either way.</summary>
    public bool? IsWithin => AtMost * 1_000_000m <= Bar ? true : AtLeast * 1_000_000m > Bar ? false : null;
}

/// <summary>How well a person reads.</summary>
public sealed record ReviewerQuality
{
    public required string Name { get; init; }

    /// <summary>Fields read blind.</summary>
    public required long Blind { get; init; }

    /// <summary>Of these, those where the record was confirmed against the answer.</summary>
    public required long Misread { get; init; }

    /// <summary>Fields with a wrong value filled in.</summary>
    public required long Altered { get; init; }

    /// <summary>Of these, those that were let pass.</summary>
    public required long Missed { get; init; }
}
