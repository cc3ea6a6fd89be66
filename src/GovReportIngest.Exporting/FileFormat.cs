using System.Diagnostics;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Exporting.Bags;

namespace GovReportIngest.Exporting;

/// <summary>Formats of a whole source file with its pages: all reports in it are in one export.</summary>
internal sealed class FileFormat(Func<SourceFile, CancellationToken, Task<byte[]>> make) : IReportFormat
{
    public static FileFormat Alto(IPageTexts pages) => new(async (file, cancellation) => await file.PagesAsync(pages, cancellation) is { Count: > 0 } texts
        ? AltoXml.Write(texts, file.First) : throw new NotExportableException(file.First.Source.Path, "it has no pages with places on them, which is what ALTO describes."));

    public static FileFormat SearchablePdf(IPageTexts pages) => new(async (file, cancellation) => file.IsPdf
        ? await file.SearchableAsync(pages, cancellation) : throw new NotExportableException(file.First.Source.Path, $"it is no PDF ({file.First.Source.MediaType})."));

    public static FileFormat Bag(IPageTexts pages, string program) => new(async (file, cancellation) => await new BagOfFile(file, pages, program).WriteAsync(cancellation));

    public async Task WriteAsync(ChosenReports reports, Stream output, CancellationToken cancellation)
    {
        if (reports.Rows.DistinctBy(row => row.DocumentId).Count() != 1)
            throw new UnreachableException("One file at a time.");
        await output.WriteAsync(await make(await reports.OfFileAsync(reports.Rows[0].DocumentId, cancellation), cancellation), cancellation);
    }
}
