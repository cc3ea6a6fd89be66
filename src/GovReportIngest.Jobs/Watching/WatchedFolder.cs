using GovReportIngest.Core.Collect;

namespace GovReportIngest.Jobs.Watching;

/// <summary>A drop folder: where files appear, and what becomes of them.</summary>
public sealed record WatchedFolder
{
    public static readonly TimeSpan DefaultEvery = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan DefaultStable = TimeSpan.FromSeconds(5);

    /// <summary>Absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The first part of the paths of its documents, so that equal names in several folders stay apart.</summary>
    public required string Name { get; init; }

    /// <summary>Where originals go whose documents were read; null to leave all originals in place.</summary>
    public string? Done { get; init; }

    /// <summary>Where originals go that were refused or rejected, with the reason beside; null where <see cref="Done"/> is.</summary>
    public string? Failed { get; init; }

    /// <summary>How often it is looked at.</summary>
    public TimeSpan Every { get; init; } = DefaultEvery;

    /// <summary>For how long size and time of a file must not have changed.</summary>
    public TimeSpan Stable { get; init; } = DefaultStable;

    /// <summary>Of its documents: the greater, the earlier they are read.</summary>
    public int Priority { get; init; }

    /// <summary>Words that its documents get.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Id of the form that its documents are expected to have, or its beginning; null for any.</summary>
    public string? Form { get; init; }

    public DocumentPer DocumentPer { get; init; } = DocumentPer.Auto;

    public bool IsLeftInPlace => Done is null;
}
