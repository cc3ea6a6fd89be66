using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export.Pages;

namespace GovReportIngest.Exporting.Tests;

/// <summary>Documents without pages, as text files are.</summary>
internal sealed class NoPages : IPageTexts
{
    public static NoPages Instance { get; } = new();

    public Task<IReadOnlyList<PageText>> FindAsync(long documentId, RecordSource source, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PageText>>([]);
}
