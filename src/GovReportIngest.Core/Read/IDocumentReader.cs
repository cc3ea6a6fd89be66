using GovReportIngest.Core.Collect;

namespace GovReportIngest.Core.Read;

/// <summary>Opens source documents. Implemented in-process and in a child process; both give the same results.</summary>
public interface IDocumentReader
{
    /// <summary>Never throws for a bad document: its problems are in the result.</summary>
    Task<IOpenDocument> OpenAsync(SourceDocument source, CancellationToken cancellation);
}
