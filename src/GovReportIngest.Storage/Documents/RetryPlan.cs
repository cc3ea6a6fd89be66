namespace GovReportIngest.Storage.Documents;

/// <summary>When a document that met a fault which may pass is tried again: after 1, 4, 16 and 64 minutes, then no more by itself.</summary>
public static class RetryPlan
{
    private const int MostAttempts = 5;
    private const int Factor = 4;

    /// <summary>How long to wait after so many failed attempts (1, 2, …); null where it was tried often enough.</summary>
    public static TimeSpan? WaitAfter(long attempts) => attempts >= MostAttempts ? null : TimeSpan.FromMinutes(Math.Pow(Factor, attempts - 1));
}
