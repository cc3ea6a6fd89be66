using GovReportIngest.Core.Collect;

namespace GovReportIngest.Cli.Estimate;

/// <summary>A document and its size on disk.</summary>
internal readonly record struct SizedEntry(SourceEntry Entry, long Bytes);

/// <summary>Documents of one kind and of similar size, which are expected to cost about the same.</summary>
/// <param name="Kind">Stable code: <c>pdf</c>, <c>images</c>, <c>text</c>, <c>other</c>.</param>
/// <param name="Documents">By size, then path.</param>
internal sealed record Stratum(string Kind, IReadOnlyList<SizedEntry> Documents)
{
    public long Bytes => Documents.Sum(document => document.Bytes);
}
