using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>Which agency has a report of which year, and how far it has come: gaps are what archives look for.</summary>
internal sealed class AgencyYears
{
    /// <summary>A year that was misread as another must not make a column for each between them.</summary>
    private const int FirstYear = 1949;

    private const int LastYear = 2100;

    private readonly record struct Standing(int Reports, int Open, int Findings);

    private readonly SortedDictionary<string, Dictionary<int, Standing>> agencies = new(StringComparer.Ordinal);

    /// <summary>A report without agency, or without a year that can be, stands nowhere.</summary>
    public void Add(IReadOnlyDictionary<string, RecordField> fields, SummaryEntry summary)
    {
        if (fields.GetValueOrDefault(ReportPaths.Agency)?.Value is not FieldValue.Words(var agency) || fields.GetValueOrDefault(ReportPaths.Year)?.Value is not FieldValue.Number(>= FirstYear and <= LastYear and var year))
            return;
        if (!agencies.TryGetValue(agency, out var years))
            agencies[agency] = years = [];
        var before = years.GetValueOrDefault((int)year);
        years[(int)year] = new(before.Reports + 1, before.Open + summary.Open, before.Findings + summary.Findings);
    }

    public void AddTo(XlsxSheet sheet, Tongue tongue)
    {
        var all = agencies.Values.SelectMany(years => years.Keys).ToList();
        List<int> columns = all.Count == 0 ? [] : [.. Enumerable.Range(all.Min(), all.Max() - all.Min() + 1)];
        sheet.Add([XlsxCell.Of(tongue["agency", "机关"], SheetParts.Heading), .. columns.Select(year => (XlsxCell?)XlsxCell.Of(year, SheetParts.Heading))]);
        foreach (var (agency, years) in agencies)
            sheet.Add([XlsxCell.Of(agency, SheetParts.Label), .. columns.Select(year => (XlsxCell?)(years.TryGetValue(year, out var standing) ? CellOf(standing) : new(null, new(Fill.Missing))))]);
        sheet.Add(XlsxCell.Of(tongue[
            "✓ all is settled; “3 ?”: questions that wait for review; “1 ≠”: sums that do not hold in print; “2 ×”: several reports; grey: no report",
            "✓ 全部确定；“3 ?”待复核项数；“1 ≠”原文勾稽不符项数；“2 ×”同一年度有多份报告；灰色：没有报告"], new(Ink: Ink.Faint, IsBare: true)) with { ColumnSpan = columns.Count + 1 });
    }

    private static XlsxCell CellOf(Standing standing)
    {
        string[] parts =
        [
            standing.Open == 0 ? "✓" : $"{standing.Open} ?", standing.Findings > 0 ? $"{standing.Findings} ≠" : "", standing.Reports > 1 ? $"{standing.Reports} ×" : "",
        ];
        return XlsxCell.Of(string.Join("  ", parts.Where(part => part.Length > 0)), new(standing.Open > 0 ? Fill.Open : Fill.None, IsCentred: true));
    }
}
