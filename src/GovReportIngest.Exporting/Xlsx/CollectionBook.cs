using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>
/// Several reports: a list of them, agencies by years, for every table of every form a sheet with one row a report below the form's own headings,
/// findings, what waits for review, and what the looks mean.
/// </summary>
internal sealed class CollectionBook
{
    private readonly Tongue tongue;
    private readonly LongSheet list;
    private readonly XlsxSheet overview;
    private readonly IReadOnlyList<TableRows> tables;
    private readonly LongSheet findings;
    private readonly LongSheet open;
    private readonly Dictionary<string, IReadOnlyDictionary<string, FieldLabel>> labels;
    private readonly AgencyYears years = new();

    public CollectionBook(XlsxBook book, IReadOnlyList<FormDefinition> forms, Tongue tongue)
    {
        this.tongue = tongue;
        labels = forms.ToDictionary(form => form.Id, form => (IReadOnlyDictionary<string, FieldLabel>)FormSheet.OfAllVariants(form).SelectMany(FormLabels.Of)
            .DistinctBy(label => label.Key).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        list = new(book, tongue["Reports", "报告一览"], [8, 30, 18, 8, 46, 30, 12, 9, 9, 46, 20, 20, 10, 14, 30], (1, 2), sheet => sheet.AddHeadings([.. HeadingsAbout(), tongue["region", "地区"], tongue["year", "年度"], tongue["title", "标题"], tongue["form", "表式"], tongue["outcome", "结果"],
            tongue["to be reviewed", "待核"], tongue["findings", "勾稽不符"], tongue["source", "原件"], "SHA-256", tongue["version, last decision", "版本、最后复核"], tongue["program", "程序"],
            tongue["hash of the form", "表式哈希"], tongue["hashes of the models", "模型哈希"]]));
        overview = book.AddSheet(tongue["Agencies by years", "机关年度总览"], [34], frozen: (1, 1));
        tables = [.. forms.SelectMany(form => form.Tables.Select(table => new TableRows(book, form, table.Key, [.. HeadingsAbout(), tongue["year", "年度"]])))];
        findings = new(book, tongue["Findings", "勾稽不符"], [8, 30, 8, 44, 12, 12, 16, 60], (1, 2),
            sheet => sheet.AddHeadings([.. HeadingsAbout(), tongue["year", "年度"], .. SheetParts.HeadingsOfFindings(tongue)]));
        open = new(book, tongue["To be reviewed", "待复核"], [8, 30, 8, 50, 44, 18, 12, 18, 11, 12, 24, 7, 18, 18], (1, 2),
            sheet => sheet.AddHeadings([.. HeadingsAbout(), tongue["year", "年度"], .. SheetParts.HeadingsOfFields(tongue)]));
        SheetParts.AddLegend(book, tongue);
    }

    public async Task FillAsync(ChosenReports reports, CancellationToken cancellation)
    {
        await foreach (var report in reports.SelectAsync(report => report, cancellation))
            Add(report);
        years.AddTo(overview, tongue);
    }

    private string[] HeadingsAbout() => [tongue["id", "编号"], tongue["agency", "机关"]];

    private void Add(ReviewedReport report)
    {
        var (record, version, summary) = (report.Record, RecordVersions.Of(report), SummaryEntry.Of(report.Record, null));
        var fields = record.Fields.ToDictionary(StringComparer.Ordinal);
        XlsxCell?[] about = [XlsxCell.Of(version.Id, SheetParts.Text), FieldCells.Of(fields.GetValueOrDefault(ReportPaths.Agency)), FieldCells.Of(fields.GetValueOrDefault(ReportPaths.Year))];
        list.Add(about[0], about[1], FieldCells.Of(fields.GetValueOrDefault(ReportPaths.Region)), about[2], FieldCells.Of(fields.GetValueOrDefault(ReportPaths.Title)),
            XlsxCell.Of(string.Join(' ', record.Form is { } form ? form.Variants.Prepend(form.Id) : []), SheetParts.Text),
            XlsxCell.Of(DocumentStateWords.Of(Codes.Of(record.Outcome), tongue), SheetParts.Text), XlsxCell.Of(summary.Open, SheetParts.Text with { Ink = summary.Open > 0 ? Ink.Warning : Ink.Normal }),
            XlsxCell.Of(summary.Findings, SheetParts.Text), XlsxCell.Of(record.Source.Path, SheetParts.Text), XlsxCell.Of(record.Source.Sha256, SheetParts.Text),
            XlsxCell.Of($"{version.Version}, {version.Decision}", SheetParts.Text), XlsxCell.Of(record.Engine.Version, SheetParts.Text), XlsxCell.Of(record.Engine.Form, SheetParts.Text),
            XlsxCell.Of(string.Join(' ', ((string?[])[record.Engine.HeadingsModel, record.Engine.DigitsModel, record.Engine.CalibrationModel]).OfType<string>()), SheetParts.Text));
        years.Add(fields, summary);
        foreach (var table in tables.Where(table => table.FormId == record.Form?.Id))
            table.Add(about, fields);
        var known = record.Form is { } named && labels.TryGetValue(named.Id, out var found) ? found : new Dictionary<string, FieldLabel>();
        foreach (var finding in SheetParts.Findings(record))
            findings.Add([.. about, .. SheetParts.CellsOf(finding, known, tongue)]);
        foreach (var item in record.Review)
            open.Add([.. about, XlsxCell.Of(item.Reason, SheetParts.Text), XlsxCell.Of(item.Detail, SheetParts.Text)]);
        foreach (var (path, field) in record.Fields.Where(field => field.Value.Review is ReviewState.Open))
            open.Add([.. about, .. SheetParts.CellsOf(path, field, known, tongue)]);
    }
}
