using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting;

/// <summary>Which state of a report is written.</summary>
public static class RecordVersions
{
    public static RecordVersion Of(ReviewedReport report) => new(report.Id.ToString(), report.Version, report.Log.Count == 0 ? 0 : report.Log[^1].DecisionId) { Catalogued = report.Catalogued };
}
