using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Processing;

/// <summary>What <see cref="DocumentProcessing"/> tells as it happens.</summary>
public abstract record ProcessingEvent
{
    private ProcessingEvent()
    {
    }

    /// <summary>A document was read, well or not: its records say.</summary>
    public sealed record Read(ReadingResult Result, TimeSpan Elapsed) : ProcessingEvent;

    /// <summary>The stored bytes of a document are damaged; it is not read again unless somebody asks.</summary>
    public sealed record SetAside(WaitingDocument Document, string Reason) : ProcessingEvent;

    /// <summary>Store or out folder cannot be written; work goes on as soon as they can.</summary>
    public sealed record Stalled(string Reason) : ProcessingEvent;
}
