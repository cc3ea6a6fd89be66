namespace GovReportIngest.Jobs.Watching;

/// <summary>What is wrong with settings of watchers; whoever shows it chooses the words.</summary>
public enum WatchFault
{
    /// <summary>The settings file cannot be read, or is no YAML.</summary>
    Unreadable,

    /// <summary>A key that has no meaning there.</summary>
    UnknownKey,

    /// <summary>A value that the key cannot have.</summary>
    WrongValue,

    /// <summary>A key that is needed.</summary>
    MissingKey,

    /// <summary>No folder is given.</summary>
    NoFolder,

    /// <summary>There is no such folder to watch.</summary>
    NotThere,

    /// <summary>Of two folders one lies in the other, or they are the same.</summary>
    Overlap,

    /// <summary>Two watched folders have one name.</summary>
    SameName,

    /// <summary>Nothing may be written there.</summary>
    NotWritable,
}
