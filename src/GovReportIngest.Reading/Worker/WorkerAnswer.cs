using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Worker;

/// <summary>What the worker answers; <see cref="Id"/> is the request's. Which members are set follows from the verb.</summary>
internal sealed record WorkerAnswer
{
    public required int Id { get; init; }

    /// <summary>Set where the request failed although the worker lives; a category of <see cref="WorkerFailure"/>.</summary>
    public string? Failure { get; init; }

    public int Protocol { get; init; }

    public string? MediaType { get; init; }

    public int PageCount { get; init; }

    public IReadOnlyList<Problem>? Problems { get; init; }

    /// <summary>Null at the end of the document.</summary>
    public PageMessage? Page { get; init; }

    public IReadOnlyList<CellReading>? Cells { get; init; }

    /// <summary>PNG; it crosses the pipe because a worker has no business writing files. Null where a page has no picture.</summary>
    public byte[]? Picture { get; init; }
}
