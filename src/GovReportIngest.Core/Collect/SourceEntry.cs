using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Collect;

/// <summary>
/// Something that Collect found: a document whose bytes were not touched yet, or, with a <see cref="Problem"/>, something that
/// cannot be read and is reported as rejected.
/// </summary>
public sealed record SourceEntry(string Path, IReadOnlyList<string> Files, bool IsFolder, Problem? Problem = null);
