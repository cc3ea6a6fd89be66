namespace GovReportIngest.Jobs.Watching;

/// <summary>What one look at a folder found.</summary>
/// <param name="Registered">Documents taken in now.</param>
/// <param name="Incomplete">What may still be written.</param>
public sealed record PassResult(int Registered, int Incomplete);
