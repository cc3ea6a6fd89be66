using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Exporting.Deliveries;

/// <summary>
/// How all chosen reports stood when a delivery began. Its token is its own hash: a later delivery is what differs from it, whatever wrote to the store meanwhile
/// and in whatever order.
/// </summary>
internal sealed class DeliveryState
{
    private const string SchemaId = "govreport.state/1";
    private const int TokenDigits = 32;

    private DeliveryState(string choice, IReadOnlyList<ReportStanding> reports, string token) => (Choice, Reports, Token) = (choice, reports, token);

    /// <summary>Which reports were asked for.</summary>
    public string Choice { get; }

    public IReadOnlyList<ReportStanding> Reports { get; }

    public string Token { get; }

    /// <summary>Before anything was delivered.</summary>
    public static DeliveryState Empty { get; } = new("", [], Delivery.Start);

    public static DeliveryState Of(string choice, ChosenReports reports, IReadOnlyDictionary<RecordId, ReportMark> marks)
    {
        var standings = reports.Rows.Select(row => ReportStanding.Of(row, marks.GetValueOrDefault(row.Id))).ToList();
        return new(choice, standings, Convert.ToHexStringLower(SHA256.HashData(TextOf(choice, standings)))[..TokenDigits]);
    }

    /// <summary>Null where the folder has no such state.</summary>
    /// <exception cref="FormatException">The file is damaged.</exception>
    public static DeliveryState? Find(string folder, string token)
    {
        if (token == Delivery.Start)
            return Empty;
        if (token.Length != TokenDigits || !token.All(char.IsAsciiHexDigitLower) || !File.Exists(PathOf(folder, token)))
            return null;
        using var text = new StreamReader(new GZipStream(File.OpenRead(PathOf(folder, token)), CompressionMode.Decompress));
        if (text.ReadLine() != SchemaId || text.ReadLine() is not { } choice)
            throw new FormatException($"{PathOf(folder, token)} is no state of a delivery.");
        var reports = new List<ReportStanding>();
        while (text.ReadLine() is { } line)
            reports.Add(ReportStanding.Parse(line));
        return new(choice, reports, token);
    }

    public void Keep(string folder)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(TextOf(Choice, Reports));
        RecordFiles.WriteAtomically(PathOf(folder, Token), packed.ToArray());
    }

    private static string PathOf(string folder, string token) => Path.Combine(folder, token + ".state.gz");

    private static byte[] TextOf(string choice, IEnumerable<ReportStanding> reports) =>
        Encoding.UTF8.GetBytes(string.Concat(reports.Select(report => report.Line).Prepend(choice).Prepend(SchemaId).Select(line => line + "\n")));
}
