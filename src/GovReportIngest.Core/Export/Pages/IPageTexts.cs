using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export.Pages;

/// <summary>Has the words of pages as the machine read them; a record holds only what its fields, headings and tables need.</summary>
public interface IPageTexts
{
    /// <summary>Of the source pages that have a place on paper, in their order; empty for text and web pages.</summary>
    Task<IReadOnlyList<PageText>> FindAsync(long documentId, RecordSource source, CancellationToken cancellation);
}
