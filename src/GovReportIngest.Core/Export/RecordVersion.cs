using GovReportIngest.Core.Archives;

namespace GovReportIngest.Core.Export;

/// <summary>Which state of a stored report an export shows.</summary>
/// <param name="Id">Of the report in its store: <c>12</c>, or <c>12#2</c>.</param>
/// <param name="Version">Of the document: which reading.</param>
/// <param name="Decision">The last decision about the report; 0 where there is none.</param>
public sealed record RecordVersion(string Id, long Version, long Decision)
{
    /// <summary>What the catalogue of an archive says of its file; null where none does.</summary>
    public CatalogueEntry? Catalogued { get; init; }
}
