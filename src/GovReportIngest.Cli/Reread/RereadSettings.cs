using GovReportIngest.Cli.Ingest;

namespace GovReportIngest.Cli.Reread;

/// <summary>What the user asked <c>retry</c> or <c>reprocess</c> to do.</summary>
/// <param name="Verb">For the audit.</param>
/// <param name="Reading">Workers, limits, and the folders.</param>
/// <param name="IsTrial">Only show what would change.</param>
internal sealed record RereadSettings(string Verb, RereadChoice Choice, IngestSettings Reading, bool IsTrial);
