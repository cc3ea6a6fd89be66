using System.Diagnostics;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Exporting.Bags;

namespace GovReportIngest.Exporting;

/// <summary>Formats of a whole source file with its pages: all reports in it are in one export.</summary>
internal sealed class FileFormat(Func<SourceFile, Stream, CancellationToken, Task> write) : IReportFormat
{
    public static FileFormat Alto(IPageTexts pages) => new(async (file, output, cancellation) =>
    {
        if (await file.PagesAsync(pages, cancellation) is not { Count: > 0 } texts)
            throw new NotExportableException(file.First.Source.Path, "it has no pages with places on them, which is what ALTO describes.");
        await output.WriteAsync(AltoXml.Write(texts, file.First), cancellation);
    });

    public static FileFormat SearchablePdf(IPageTexts pages) => new(async (file, output, cancellation) =>
    {
        foreach (var piece in await file.SearchableAsync(pages, cancellation))
            await output.WriteAsync(piece, cancellation);
    });

    public static FileFormat Bag(IPageTexts pages, string program) => new((file, output, cancellation) => new BagOfFile(file, pages, program).WriteAsync(output, cancellation));

    public async Task WriteAsync(ChosenReports reports, Stream output, CancellationToken cancellation)
    {
        if (reports.Rows.DistinctBy(row => row.DocumentId).Count() != 1)
            throw new UnreachableException("One file at a time.");
        await write(await reports.FirstFileAsync(cancellation), output, cancellation);
    }
}
