using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Processing;

/// <summary>How far <see cref="DocumentProcessing"/> is; what waits, the store's counts tell.</summary>
/// <param name="Reading">Read at this moment.</param>
/// <param name="Finished">Documents read since it began.</param>
public sealed record ProcessingStatus(IReadOnlyList<WaitingDocument> Reading, long Finished);
