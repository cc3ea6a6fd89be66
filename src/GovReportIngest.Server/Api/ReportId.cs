using System.Globalization;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Server.Api;

/// <summary>Ids of reports in addresses: <c>12</c>, and <c>12.2</c> for the second report of a file.</summary>
internal static class ReportId
{
    public static string Of(RecordId id) => id.Part == 1
        ? id.DocumentId.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{id.DocumentId}.{id.Part}");

    public static bool TryParse(string text, out RecordId id) => RecordId.TryParse(text.Replace('.', '#'), out id);
}
