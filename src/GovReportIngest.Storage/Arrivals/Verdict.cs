namespace GovReportIngest.Storage.Arrivals;

/// <summary>What came of an arrival.</summary>
public enum Verdict
{
    /// <summary>Its documents were read, whether people must look at them or not; or they had been there.</summary>
    Done,

    /// <summary>It was refused, or a document of it was rejected.</summary>
    Failed,
}
