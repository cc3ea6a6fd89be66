namespace GovReportIngest.Storage.Documents;

/// <summary>How a document is taken in.</summary>
public sealed record CollectOptions
{
    /// <summary>Of a document that is new: the greater, the earlier it is read.</summary>
    public int Priority { get; init; }

    /// <summary>The place at which other bytes replace it; null for where its files lie.</summary>
    public string? Location { get; init; }

    /// <summary>Whether bytes that are there under another name become no second document.</summary>
    public bool IsWithoutTwins { get; init; }

    /// <summary>Id of the form that a document that is new is expected to have, or its beginning; null for any.</summary>
    public string? ExpectedForm { get; init; }

    /// <summary>Words to find it by, added to those that it has.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
