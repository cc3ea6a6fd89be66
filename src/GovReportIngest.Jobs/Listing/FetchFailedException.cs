namespace GovReportIngest.Jobs.Listing;

/// <summary>What could not be fetched now, and may be later.</summary>
/// <param name="message">Why.</param>
/// <param name="after">How long the server asks to wait; null where it does not say.</param>
/// <param name="inner">The cause.</param>
public sealed class FetchFailedException(string message, TimeSpan? after = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? After { get; } = after;
}
