namespace GovReportIngest.Storage.Blobs;

public enum BlobState
{
    Sound,

    /// <summary>Its bytes are not those of its name.</summary>
    Damaged,

    Missing,
}
