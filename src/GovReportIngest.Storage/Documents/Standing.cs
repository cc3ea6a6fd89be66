namespace GovReportIngest.Storage.Documents;

/// <summary>What bytes under a name were to the store that took them in.</summary>
public enum Standing
{
    New,

    /// <summary>The same bytes under the same name had been there.</summary>
    Known,

    /// <summary>The same bytes are there under another name, and were not to become a second document: the number is that document's.</summary>
    Twin,
}
