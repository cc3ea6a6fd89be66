using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Exporting.Deliveries;

/// <summary>How a report stands: what differs is delivered again.</summary>
/// <param name="Id">Of the report.</param>
/// <param name="Version">Which reading of the document.</param>
/// <param name="Decision">The last one; 0 where there is none.</param>
/// <param name="IsMaster">Whether it is the most trusted source of its report.</param>
/// <param name="AgencyId">Of the register, without control characters; empty where it has none.</param>
/// <param name="Asked">Hash of what the store asks besides; empty for nothing.</param>
internal sealed record ReportStanding(string Id, long Version, long Decision, bool IsMaster, string AgencyId, string Asked)
{
    private const int HashDigits = 16;

    public static ReportStanding Of(ListedRecord row, ReportMark? mark) => new(
        row.Id.ToString(), row.Version, mark?.Decision ?? 0, row.MasterId is null || row.MasterId == row.DocumentId, PlainOf(row.AgencyId),
        mark is { Items.Length: > 0 } ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mark.Items)))[..HashDigits] : "");

    /// <summary>Members parted by tabs.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Id}\t{Version}\t{Decision}\t{(IsMaster ? 1 : 0)}\t{AgencyId}\t{Asked}");

    /// <summary>On one line and in one member, whatever the register writes.</summary>
    private static string PlainOf(string? id) => string.Concat((id ?? "").Select(character => char.IsControl(character) ? ' ' : character));

    /// <exception cref="FormatException">The line is none of these.</exception>
    public static ReportStanding Parse(string line) => line.Split('\t') is [var id, var version, var decision, var isMaster, var agency, var asked]
        ? new(id, long.Parse(version, CultureInfo.InvariantCulture), long.Parse(decision, CultureInfo.InvariantCulture), isMaster == "1", agency, asked)
        : throw new FormatException($"\"{line}\" is no standing of a report.");
}
