using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>One report of a file: its blocks, the pages they stand on (a shared page is in both parts), and its form.</summary>
public sealed record ReportPart(LayoutDocument Layout, IReadOnlyList<ReadPage> Pages, FormMatch Match)
{
    /// <summary>What is not sure about where the report begins or ends.</summary>
    public IReadOnlyList<DocumentItem> Items { get; init; } = [];

    /// <summary>The report with what is not sure about its borders: then none of its fields is surely its own.</summary>
    public Interpretation WithDoubts(Interpretation report) => Items.Count == 0 ? report : report with
    {
        Items = [.. Items, .. report.Items],
        Fields = [.. report.Fields.Select(field => field with { Doubts = [.. field.Doubts, .. Items.Select(item => item.Reason)] })],
    };
}
