namespace GovReportIngest.Storage.Review;

/// <summary>Open items of one reason in reports of one form.</summary>
public sealed record FormReasonCount
{
    /// <summary>Null where no form fits.</summary>
    public string? Form { get; init; }

    public required string Reason { get; init; }

    public required long Items { get; init; }
}
