using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting.Deliveries;

/// <summary>CSV as deploy/warehouse/schema.sql has its tables: a row a report, and a row a field. What is empty is null.</summary>
internal sealed class TablesShape : IDeliveryShape
{
    private static readonly string[] ReportColumns =
    [
        "report_id", "version", "decision", "sha256", "agency_id", "is_master", "source", "source_sha256", "part", "form", "variants", "outcome", "open", "findings",
        "agency", "region", "year", "title", "engine", .. CatalogueEntry.Codes.Select(code => $"archive_{code}"),
    ];

    private static readonly string[] FieldColumns =
        ["report_id", "position", "path", "state", "value_number", "value_text", "printed", "probability", "review", "reasons", "page", "x", "y", "width", "height"];

    private static readonly string[] WithdrawalColumns = ["report_id", "version", "decision"];

    public string Format => "csv";

    public IReadOnlyList<string> FilesOf(int shard) =>
        [string.Create(CultureInfo.InvariantCulture, $"reports-{shard:D5}.csv"), string.Create(CultureInfo.InvariantCulture, $"fields-{shard:D5}.csv")];

    public string WithdrawalsFile => "withdrawals.csv";

    public IReadOnlyList<byte[]> Heads { get; } = [Rows(ReportColumns), Rows(FieldColumns)];

    public IReadOnlyList<byte[]> Write(ReportStanding standing, ReviewedReport report) => [Rows(RowOf(standing, report)), FieldsOf(standing.Id, report.Record)];

    public byte[] Write(IReadOnlyList<ReportStanding> withdrawn) =>
        Rows([WithdrawalColumns, .. withdrawn.Select(standing => (string[])[standing.Id, WrittenValue.Of(standing.Version), WrittenValue.Of(standing.Decision)])]);

    /// <summary>A script for psql that loads everything in one transaction.</summary>
    public IEnumerable<(string, byte[])> Aids(DeliveryPlan plan, IReadOnlyList<string> files)
    {
        var script = new StringBuilder("-- psql -v ON_ERROR_STOP=1 -f load.sql, in this folder; deploy/warehouse/schema.sql makes the tables.\n\\encoding UTF8\nBEGIN;\n");
        foreach (var file in files)
            script.Append(CultureInfo.InvariantCulture, $"\\copy govreport.incoming_{file.Split('-', '.')[0]} FROM '{file}' WITH (FORMAT csv, HEADER)\n");
        script.Append(CultureInfo.InvariantCulture, $"SELECT * FROM govreport.apply('{plan.Since}', '{plan.Token}');\nCOMMIT;\n");
        yield return ("load.sql", Encoding.UTF8.GetBytes(script.ToString()));
    }

    private static string[] RowOf(ReportStanding standing, ReviewedReport report)
    {
        var (version, record, summary) = (RecordVersions.Of(report), report.Record, SummaryEntry.Of(report.Record, null));
        var facts = record.Fields.Where(field => ReportPaths.Has(field.Key)).ToDictionary(StringComparer.Ordinal);
        string Fact(string path) => facts.GetValueOrDefault(path)?.Value is { } value ? WrittenValue.Of(value) : "";
        return
        [
            version.Id, WrittenValue.Of(version.Version), WrittenValue.Of(version.Decision), Convert.ToHexStringLower(SHA256.HashData(report.ToFile().Span)), standing.AgencyId,
            standing.IsMaster ? "true" : "false", record.Source.Path, record.Source.Sha256, WrittenValue.Of(record.Source.Part), record.Form?.Id ?? "", string.Join(' ', record.Form?.Variants ?? []),
            Codes.Of(record.Outcome), WrittenValue.Of(summary.Open), WrittenValue.Of(summary.Findings), Fact(ReportPaths.Agency), Fact(ReportPaths.Region),
            facts.GetValueOrDefault(ReportPaths.Year)?.Value is FieldValue.Number(var year) ? WrittenValue.Of(year) : "", Fact(ReportPaths.Title), EngineText.Of(record.Engine),
            .. CatalogueEntry.Codes.Select((_, index) => Text(version.Catalogued?.Members.ElementAt(index).Value ?? "")),
        ];
    }

    private static byte[] FieldsOf(string id, ReportRecord record) => Rows([.. record.Fields.Select((field, index) => RowOf(id, index + 1, field.Key, field.Value))]);

    private static string[] RowOf(string id, int position, string path, RecordField field)
    {
        var place = field.Evidence.OfType<Evidence.OnPage>().FirstOrDefault();
        string Points(Func<Box, double> edge) => place is null ? "" : Math.Round(edge(place.Box), 1).ToString("0.0", CultureInfo.InvariantCulture);
        return
        [
            id, WrittenValue.Of(position), path, Codes.Of(field.State), field.Value is FieldValue.Number(var number) ? WrittenValue.Of(number) : "", field.Value is FieldValue.Words(var words) ? Text(words) : "",
            Text(field.Printed ?? ""), WrittenValue.Of(field.Probability), Codes.Of(field.Review), string.Join(' ', field.Reasons), place is null ? "" : WrittenValue.Of(place.Page),
            Points(box => box.X), Points(box => box.Y), Points(box => box.Width), Points(box => box.Height),
        ];
    }

    /// <summary>PostgreSQL has no NUL in texts.</summary>
    private static string Text(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private static byte[] Rows(params IReadOnlyList<string[]> rows)
    {
        var text = new CsvText(excelSafe: false);
        foreach (var row in rows)
            text.Row(row);
        return text.ToUtf8();
    }
}
