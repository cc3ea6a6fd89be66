using System.Diagnostics;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Exporting.Pdf;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting;

/// <summary>Formats of a whole source file with its pages: all reports in it are in one export.</summary>
internal sealed class FileFormat(Func<ChosenReports, IReadOnlyList<ReviewedReport>, CancellationToken, Task<byte[]>> make) : IReportFormat
{
    private const string PdfType = "application/pdf";

    public static FileFormat Alto(IPageTexts pages) => new(async (_, reports, cancellation) => await PagesOfAsync(pages, reports, cancellation) is { Count: > 0 } texts
        ? AltoXml.Write(texts, reports[0].Record) : throw new NotExportableException(reports[0].Record.Source.Path, "it has no pages with places on them, which is what ALTO describes."));

    public static FileFormat SearchablePdf(IPageTexts pages) => new(async (chosen, reports, cancellation) =>
    {
        var source = reports[0].Record.Source;
        if (source.MediaType != PdfType)
            throw new NotExportableException(source.Path, $"it is no PDF ({source.MediaType}).");
        var original = await chosen.ReadFileAsync(reports[0].Id.DocumentId, cancellation);
        try
        {
            return Pdf.SearchablePdf.Add(original, await PagesOfAsync(pages, reports, cancellation));
        }
        catch (PdfException wrong)
        {
            throw new NotExportableException(source.Path, wrong.Message);
        }
    });

    public async Task WriteAsync(ChosenReports reports, Stream output, CancellationToken cancellation)
    {
        if (reports.Rows.DistinctBy(row => row.DocumentId).Count() != 1)
            throw new UnreachableException("One file at a time.");
        await output.WriteAsync(await make(reports, await reports.OfDocumentAsync(reports.Rows[0].DocumentId, cancellation), cancellation), cancellation);
    }

    private static async Task<IReadOnlyList<PageText>> PagesOfAsync(IPageTexts pages, IReadOnlyList<ReviewedReport> reports, CancellationToken cancellation) =>
        ReviewedPages.Of(await pages.FindAsync(reports[0].Id.DocumentId, reports[0].Record.Source, cancellation), [.. reports.Select(report => report.Record)]);
}
