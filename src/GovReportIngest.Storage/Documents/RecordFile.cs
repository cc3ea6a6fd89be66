using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Storage.Documents;

/// <summary>A record and the bytes of its file.</summary>
public sealed record RecordFile(ReportRecord Record, ReadOnlyMemory<byte> Bytes)
{
    public static RecordFile Of(ReportRecord record) => new(record, RecordJson.Write(record));
}
