using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Worker;

internal enum WorkerVerb
{
    /// <summary>The first message: both sides compare their protocol versions.</summary>
    Hello,
    Open,

    /// <summary>The next page of the open document, counted from <see cref="WorkerRequest.Page"/> on.</summary>
    Next,

    /// <summary>Forgets the position, so that the next page may be any.</summary>
    Rewind,
    Cells,
    Draw,
    Close,
}

/// <summary>What the parent asks; one request is in flight. Only paths cross the pipe, never bytes or pixels of the source.</summary>
internal sealed record WorkerRequest
{
    public required int Id { get; init; }

    public required WorkerVerb Verb { get; init; }

    public SourceDocument? Source { get; init; }

    /// <summary>Next: the source page to go on with. Cells: the number of the page.</summary>
    public int Page { get; init; }

    public IReadOnlyList<CellRequest>? Cells { get; init; }

    public PageOverlay? Overlay { get; init; }
}
