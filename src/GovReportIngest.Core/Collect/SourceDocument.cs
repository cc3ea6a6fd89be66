namespace GovReportIngest.Core.Collect;

/// <summary>
/// A document that waits to be read: one file, or a folder of page images (<see cref="Files"/> in page order).
/// </summary>
public sealed record SourceDocument
{
    /// <summary>Path relative to what the user gave, with forward slashes: <c>source.path</c> of the record.</summary>
    public required string Path { get; init; }

    /// <summary>Absolute paths of the bytes: one file; a saved web page and the files that belong to it; or the page images of a folder.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Lower-case hex SHA-256 of the bytes (of several files: of the list of their hashes and names).</summary>
    public required string Sha256 { get; init; }

    /// <summary>The same of every file by itself.</summary>
    public IReadOnlyList<string> FileHashes { get; init; } = [];

    public required long Bytes { get; init; }

    /// <summary>Where it was fetched; null for files.</summary>
    public string? Url { get; init; }

    public bool IsFolder { get; init; }

    /// <summary>What people said about how it is to be read: texts of <c>ReadingHint</c>.</summary>
    public IReadOnlyList<string> Guide { get; init; } = [];

    /// <summary>What Collect noticed, such as a gap in the page numbers of a folder.</summary>
    public IReadOnlyList<Document.Problem> Problems { get; init; } = [];
}
