using GovReportIngest.Core.Document;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Review;

/// <summary>A cell of a scan in which the machine read a certain value, and nobody has looked at.</summary>
/// <param name="Report">Whose field it is.</param>
/// <param name="Version">Of the document.</param>
/// <param name="Path">Of the field.</param>
/// <param name="Last">The last decision about it; 0 for none.</param>
/// <param name="Place">Where it is printed.</param>
public sealed record EqualCell(RecordId Report, long Version, string Path, long Last, Evidence.OnPage Place);

/// <param name="Cells">Report by report.</param>
/// <param name="Next">Where those behind these begin; null where there are none.</param>
public sealed record EqualCellsPage(IReadOnlyList<EqualCell> Cells, long? Next);
