using GovReportIngest.Cli.Ingest;

namespace GovReportIngest.Cli.Tables;

/// <summary>What the user asked <c>tables</c> to do, checked.</summary>
/// <param name="Reading">What is read, and how; its folder is empty where the tables are printed.</param>
/// <param name="Formats">Some of <c>csv</c>, <c>html</c>, <c>json</c>; one of them where the tables are printed.</param>
internal sealed record TablesSettings(IngestSettings Reading, IReadOnlyList<string> Formats)
{
    public bool ArePrinted => Reading.Out.Length == 0;
}
