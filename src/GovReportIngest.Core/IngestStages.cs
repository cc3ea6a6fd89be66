using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core;

/// <summary>Cells that Interpret wants to be read on one scanned page, boxes in its layout frame.</summary>
public sealed record PageCells(int Page, IReadOnlyList<CellRequest> Requests);

/// <summary>
/// A report with a proposed form: which number cells of its scanned pages are to be read, and how it is interpreted once the
/// answers (page by page, in the order asked) are there.
/// </summary>
public sealed record MatchedReport(
    IReadOnlyList<PageCells> Cells, Func<IReadOnlyList<IReadOnlyList<CellReading>>, Interpretation> Interpret);

/// <summary>The pure stages between reading and checking.</summary>
public sealed record IngestStages
{
    public required Func<IReadOnlyList<ReadPage>, LayoutDocument> Layout { get; init; }

    public required Func<LayoutDocument, IReadOnlyList<ReadPage>, MatchedReport> MatchForm { get; init; }
}
