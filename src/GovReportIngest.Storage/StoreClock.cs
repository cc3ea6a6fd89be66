namespace GovReportIngest.Storage;

/// <summary>Times as the tables hold them.</summary>
internal static class StoreClock
{
    /// <summary>Milliseconds since 1970, UTC.</summary>
    public static long Milliseconds(this TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();
}
