namespace GovReportIngest.Reading.Flow;

/// <summary>A structured document exceeds a limit that no report comes near. Caught where the document is opened.</summary>
internal sealed class OversizedDocumentException(string what) : Exception($"The document has too many {what}.")
{
    /// <summary>What it has too much of.</summary>
    public string What => what;
}
