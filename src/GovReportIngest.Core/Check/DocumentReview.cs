using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Check;

/// <summary>The open items of a whole document: what no single field can say.</summary>
internal static class DocumentReview
{
    /// <summary>Categories of problems after which what was read may not be all that the document holds.</summary>
    private static readonly string[] LossOfContent = ["damaged", "page-gap"];

    public static IReadOnlyList<DocumentItem> ItemsOf(
        Interpretation report, IReadOnlyList<KeyValuePair<string, RecordField>> fields, IReadOnlyList<ReadPage> pages, IReadOnlyList<Problem> problems)
    {
        var items = new List<DocumentItem>(report.Items);
        void Add(string reason, IReadOnlyList<int> where, string detail)
        {
            if (!items.Any(item => item.Reason == reason && item.Detail == detail))
                items.Add(new(reason, where, detail));
        }

        var lost = pages.Where(page => page.IsLost).Select(page => page.SourcePage).Distinct().ToList();
        if (lost.Count > 0)
            Add("page-unreadable", lost, "Nothing could be read on these pages.");
        foreach (var category in LossOfContent)
            if (problems.Where(problem => problem.Category == category && !(problem.Page is { } page && lost.Contains(page))).ToList() is { Count: > 0 } found)
                Add(category, [.. found.Select(problem => problem.Page).OfType<int>().Distinct()], found[0].Message);
        if (report.Form is null && items.All(item => item.Reason != "form-unknown"))
            Add("form-unknown", [], "No form definition fits; outline and tables are in the record.");
        if (items.All(item => item.Reason != "no-agency") && !fields.Any(field => field is { Key: ReportPaths.Agency, Value.State: FieldState.Printed }))
            Add("no-agency", [], "The report's agency was not found.");
        foreach (var table in report.Form?.Tables ?? [])
            if (IsLost(table.Key, fields) && !items.Any(item => item.Reason == "table-not-found" && item.Detail.Contains(table.Key, StringComparison.Ordinal)))
                Add("table-not-found", [], table.Key);
        return items;
    }

    private static bool IsLost(string table, IReadOnlyList<KeyValuePair<string, RecordField>> fields) => fields
        .Where(field => field.Key.StartsWith(table + ".", StringComparison.Ordinal))
        .All(field => field.Value is { State: FieldState.Missing });
}
