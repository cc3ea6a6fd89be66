using GovReportIngest.Core.Speech;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>A workbook: one report in the shape that its form prints, several with one row each.</summary>
internal sealed class XlsxFormat(Tongue tongue) : IReportFormat
{
    public async Task WriteAsync(ChosenReports reports, Stream output, CancellationToken cancellation)
    {
        using var book = new XlsxBook();
        if (reports.Rows.Count == 1)
            await foreach (var report in reports.SelectAsync(report => report, cancellation))
                new ReportBook(book, report, tongue).Fill();
        else
            await new CollectionBook(book, reports.Forms, tongue).FillAsync(reports, cancellation);
        await book.WriteAsync(output, cancellation);
    }
}
