using System.Runtime.CompilerServices;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Pdf;

namespace GovReportIngest.Reading;

/// <summary>A document read in this process: a PDF, the one page of a text file, or problems alone.</summary>
internal sealed class OpenDocument(string mediaType, PdfPages? pdf, ReadPage? text, IReadOnlyList<Problem> problems) : IOpenDocument
{
    public string MediaType => mediaType;

    public int PageCount => pdf?.Count ?? (text is null ? 0 : 1);

    public IReadOnlyList<Problem> Problems => problems;

    public async IAsyncEnumerable<ReadPage> ReadPagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (text is not null)
            yield return text;
        for (var number = 1; number <= (pdf?.Count ?? 0); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return pdf!.Read(number);
            await Task.Yield();
        }
    }

    public Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation) =>
        throw new InvalidOperationException($"Page {page} was not read by OCR; its cells are cut from its words.");

    public ValueTask DisposeAsync()
    {
        pdf?.Dispose();
        return ValueTask.CompletedTask;
    }
}
