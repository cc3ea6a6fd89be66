using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Processing;

/// <summary>What was read of a document of the store.</summary>
/// <param name="Files">Of its reports, at least one.</param>
/// <param name="Recorded">What the store did with them.</param>
public sealed record ReadingResult(WaitingDocument Document, IReadOnlyList<RecordFile> Files, Recorded Recorded);
