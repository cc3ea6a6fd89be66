namespace GovReportIngest.Storage;

/// <summary>Why a store cannot be used; whoever shows it chooses the remedy.</summary>
public enum StoreFault
{
    /// <summary>There is no store in the folder.</summary>
    NotFound,

    /// <summary>Another process writes to it.</summary>
    InUse,

    /// <summary>A newer program made it.</summary>
    Newer,

    /// <summary>An older program made it, and it was opened for reading only.</summary>
    Older,

    /// <summary>The folder lies on a network, where locks of SQLite cannot be relied on.</summary>
    OnNetwork,

    /// <summary>The rows are on a server, whose own tools copy them.</summary>
    OnServer,

    /// <summary>The server with the rows does not answer, or lets nobody in.</summary>
    Unreachable,

    /// <summary>The S3-compatible server with the blobs does not answer, or answers with faults of its own.</summary>
    BlobsUnreachable,

    /// <summary>That server refuses: no such bucket, a wrong key, no right, another region, a wrong clock.</summary>
    BlobsRefused,

    /// <summary>What says where the blobs lie cannot be understood, or is not where those of this store lie.</summary>
    BlobsElsewhere,

    /// <summary>No space, no rights, or the database does not answer.</summary>
    Failed,

    /// <summary>What was stored is not what is there.</summary>
    Damaged,
}
