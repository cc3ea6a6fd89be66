using System.Diagnostics;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.Jobs.Processing;

namespace GovReportIngest.Server.Api;

/// <summary>What sources without pages say, whatever was found in it: a worker reads them anew.</summary>
internal sealed class SourceTexts(StoredSources sources)
{
    /// <returns>Null where the source has pages, or the store not its bytes.</returns>
    public async Task<SourceTextModel?> FindAsync(long documentId, ReportRecord record, CancellationToken cancellation) =>
        record.Pages.Count == 0 || record.Pages.Any(page => page.Read is not PageReading.Text) ? null
            : await sources.UseAsync(documentId, async open => new SourceTextModel(await ReadAsync(open, cancellation)), (SourceTextModel?)null, cancellation);

    private static async Task<IReadOnlyList<SourcePieceModel>> ReadAsync(IOpenDocument document, CancellationToken cancellation)
    {
        var pieces = new List<SourcePieceModel>();
        await foreach (var page in document.ReadPagesAsync(cancellation))
            pieces.AddRange([.. page.Lines.Select(line => new SourcePieceModel(new ReportStart.OnLine(line.Number).Text, line.Text)), .. page.Flow.Select(PieceOf)]);
        return pieces;
    }

    private static SourcePieceModel PieceOf(FlowBlock block) => block switch
    {
        FlowBlock.Paragraph paragraph => new(new ReportStart.AtNode(paragraph.Node).Text, paragraph.Text),
        FlowBlock.Grid grid => new(new ReportStart.AtNode(grid.Node).Text, "",
            [.. grid.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key).Select(IReadOnlyList<string> (row) => [.. row.OrderBy(cell => cell.Column).Select(cell => cell.Text)])]),
        _ => throw new UnreachableException(),
    };
}
