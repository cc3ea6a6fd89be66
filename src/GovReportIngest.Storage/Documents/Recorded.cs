namespace GovReportIngest.Storage.Documents;

/// <summary>What became of a result.</summary>
public enum Recorded
{
    /// <summary>The records are a new version.</summary>
    New,

    /// <summary>They are those that were there.</summary>
    Same,

    /// <summary>Another has claimed the document meanwhile: nothing was written.</summary>
    Refused,
}
