using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Exporting.Pdf;
using GovReportIngest.Exporting.Pdf.Scans;
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

    /// <summary>
    /// Of a PDF its bytes, of page images a PDF of them, and what is to be appended: that is nothing where no page is a scan.
    /// </summary>
    /// <exception cref="NotExportableException">Nothing can be added to it.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> SearchableAsync(IPageTexts pages, CancellationToken cancellation)
    {
        try
        {
            var texts = await PagesAsync(pages, cancellation);
            var original = IsPdf ? await ReadAsync(Files[0], cancellation) : await DrawAsync(texts, cancellation);
            return [original, SearchablePdf.UpdateOf(original, texts)];
        }
        catch (PdfException wrong)
        {
            throw new NotExportableException(First.Source.Path, wrong.Message);
        }
    }

    /// <exception cref="PdfException">It is no file of page images, or a page cannot be taken over as it is.</exception>
    private async Task<ReadOnlyMemory<byte>> DrawAsync(IReadOnlyList<PageText> texts, CancellationToken cancellation)
    {
        var images = new List<ScanImage>();
        foreach (var file in Files)
            images.AddRange(ScanImages.Of(await ReadAsync(file, cancellation)));
        return texts.All(text => text.SourcePage <= images.Count) ? ScanPdf.Of(images, texts) : throw ScanImages.Damaged();
    }
}
