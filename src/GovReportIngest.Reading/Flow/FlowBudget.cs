namespace GovReportIngest.Reading.Flow;

/// <summary>The lines and cells that a document may have; far more than a report has, and few enough for the rest of the journey.</summary>
internal sealed class FlowBudget(int pieces)
{
    private int left = pieces;

    /// <exception cref="OversizedDocumentException">The document has more of them.</exception>
    public void Take()
    {
        if (--left < 0)
            throw new OversizedDocumentException("lines and table cells");
    }
}
