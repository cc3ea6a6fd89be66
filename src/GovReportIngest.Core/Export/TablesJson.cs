using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>The tables of a document for machines: <c>govreport.tables/1</c>, described in docs/cli.md.</summary>
public static class TablesJson
{
    /// <param name="records">Of one document, in their order.</param>
    public static byte[] Write(IReadOnlyList<ReportRecord> records)
    {
        var json = new JsonText();
        var writer = new RecordJsonWriter(json);
        var source = records[0].Source;
        json.Object(() =>
        {
            json.Name("schema").Text("govreport.tables/1").Name("source").Object(() => json.Name("path").Text(source.Path).Name("sha256").Text(source.Sha256)
                .Name("mediaType").Text(source.MediaType).Name("bytes").Number(source.Bytes));
            json.Name("tables").Array(records.SelectMany(record => record.Tables), writer.Table, block: true);
            json.Name("problems").Array(records.SelectMany(record => record.Problems).Distinct(), writer.Problem, block: true);
        }, block: true);
        return json.ToUtf8();
    }
}
