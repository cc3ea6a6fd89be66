namespace GovReportIngest.Jobs.Listing;

/// <summary>What is not fetched; the message says why. Asking again soon would change nothing.</summary>
public sealed class FetchRefusedException(string message) : Exception(message);
