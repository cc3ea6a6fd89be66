using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Exporting.Pdf;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting;

/// <summary>A document with its bytes and all reports in it.</summary>
/// <param name="Store">Has the bytes.</param>
/// <param name="DocumentId">Its number.</param>
/// <param name="Files">What it is made of: one file, or page images and parts of a saved page.</param>
/// <param name="Reports">At least one, in their order.</param>
internal sealed record SourceFile(ReportStore Store, long DocumentId, IReadOnlyList<FileRow> Files, IReadOnlyList<ReviewedReport> Reports)
{
    private const string PdfType = "application/pdf";

    /// <summary>The first report, with the decisions in force.</summary>
    public ReportRecord First => Reports[0].Record;

    public bool IsPdf => First.Source.MediaType == PdfType && Files.Count > 0;

    /// <exception cref="StoreException">The bytes are damaged.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(FileRow file, CancellationToken cancellation) => await Store.Blobs.ReadAsync(file.Sha256, cancellation);

    /// <summary>Text of the pages as reviewers left it.</summary>
    public async Task<IReadOnlyList<PageText>> PagesAsync(IPageTexts pages, CancellationToken cancellation) =>
        ReviewedPages.Of(await pages.FindAsync(DocumentId, First.Source, cancellation), [.. Reports.Select(report => report.Record)]);

    /// <summary>Of a PDF: its bytes, and what is to be appended to them; that is nothing where no page is a scan.</summary>
    /// <exception cref="NotExportableException">Nothing can be added to it.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> SearchableAsync(IPageTexts pages, CancellationToken cancellation)
    {
        var original = await ReadAsync(Files[0], cancellation);
        try
        {
            return [original, SearchablePdf.UpdateOf(original, await PagesAsync(pages, cancellation))];
        }
        catch (PdfException wrong)
        {
            throw new NotExportableException(First.Source.Path, wrong.Message);
        }
    }
}
