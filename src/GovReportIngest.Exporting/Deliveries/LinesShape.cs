using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting.Deliveries;

/// <summary>JSON Lines: <c>govreport.line/1</c> with what the register knows.</summary>
internal sealed class LinesShape : IDeliveryShape
{
    public string Format => "jsonl";

    public IReadOnlyList<string> FilesOf(int shard) => [string.Create(CultureInfo.InvariantCulture, $"upserts-{shard:D5}.jsonl")];

    public string WithdrawalsFile => "withdrawals.jsonl";

    public IReadOnlyList<byte[]> Heads { get; } = [[]];

    public IReadOnlyList<byte[]> Write(ReportStanding standing, ReviewedReport report)
    {
        var agency = standing.AgencyId.Length == 0 ? "null" : $"\"{JsonEncodedText.Encode(standing.AgencyId, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        return [[.. Encoding.UTF8.GetBytes($"{{\"agencyId\": {agency}, \"isMaster\": {(standing.IsMaster ? "true" : "false")}, "), .. RecordLine.Write(RecordVersions.Of(report), report.ToFile().Span).AsSpan(1)]];
    }

    public byte[] Write(IReadOnlyList<ReportStanding> withdrawn) => Encoding.UTF8.GetBytes(string.Concat(withdrawn.Select(standing =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"id\": \"{standing.Id}\", \"version\": {standing.Version}, \"decision\": {standing.Decision}}}\n"))));

    public IEnumerable<(string, byte[])> Aids(DeliveryPlan plan, IReadOnlyList<string> files) => [];
}
