using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>One report: facts, every table in the shape that its form prints, findings, all fields one by one, and what the looks mean.</summary>
internal sealed class ReportBook(XlsxBook book, ReviewedReport report, Tongue tongue)
{
    private const double LabelWidth = 22;
    private const double ValueWidth = 13;
    private readonly ReportRecord record = report.Record;
    private readonly Dictionary<string, RecordField> fields = report.Record.Fields.ToDictionary(StringComparer.Ordinal);
    private readonly IReadOnlyList<FormSheet> sheets = report.Form is { } form ? FormSheet.Of(form, report.Record.Form?.Variants ?? []) : [];

    public void Fill()
    {
        AddFacts();
        foreach (var sheet in sheets)
            AddTable(sheet);
        if (sheets.Count == 0)
            for (var index = 0; index < record.Tables.Count; index++)
                AddFound(record.Tables[index], index + 1);
        var labels = sheets.SelectMany(FormLabels.Of).DistinctBy(label => label.Key).ToDictionary(StringComparer.Ordinal);
        AddFindings(labels);
        AddFields(labels);
        SheetParts.AddLegend(book, tongue);
    }

    private void AddFacts()
    {
        var sheet = book.AddSheet(tongue["Report", "报告"], [24, 80]);
        foreach (var path in FactWords.Paths.Where(fields.ContainsKey))
            sheet.Add(XlsxCell.Of(FactWords.Of(path, tongue), SheetParts.Label), FieldCells.Of(fields[path]));
        foreach (var item in record.Review)
            sheet.Add(XlsxCell.Of(tongue["To be reviewed", "待复核"], SheetParts.Label), XlsxCell.Of($"{item.Reason} {item.Detail}".Trim(), new(Xlsx.Fill.Open, Ink.Warning)));
        foreach (var (name, value) in RecordOrigin.Of(RecordVersions.Of(report), record, tongue))
            sheet.Add(XlsxCell.Of(name, SheetParts.Label), XlsxCell.Of(value, SheetParts.Text));
    }

    private void AddTable(FormSheet form)
    {
        var places = form.Places().ToList();
        var valueColumns = places.Where(place => place.Cell.Path is not null).Select(place => place.Column).ToHashSet();
        var sheet = book.AddSheet(form.Title, [.. Enumerable.Range(0, form.Width).Select(column => valueColumns.Contains(column) ? ValueWidth : LabelWidth)]);
        for (var row = 0; row < form.Rows.Count; row++)
        {
            var cells = new XlsxCell?[form.Width];
            // A merged cell has its border around all that it covers.
            foreach (var (top, left, cell) in places.Where(place => place.Row <= row && row < place.Row + place.Cell.RowSpan))
                for (var column = left; column < left + cell.ColumnSpan; column++)
                    cells[column] = row == top && column == left ? CellOf(cell) : new(null, CellOf(cell).Look);
            sheet.Add(cells);
        }
    }

    private XlsxCell CellOf(FormSheetCell cell) => (cell.Path is { } path ? FieldCells.Of(fields.GetValueOrDefault(path)) : XlsxCell.Of(cell.Text, SheetParts.Heading))
        with { RowSpan = cell.RowSpan, ColumnSpan = cell.ColumnSpan };

    /// <summary>Of a report without a form: the tables as they were found.</summary>
    private void AddFound(RecordTable table, int number)
    {
        var sheet = book.AddSheet(tongue[$"Table {number}", $"表 {number}"], []);
        var rows = table.Cells.ToLookup(cell => cell.Row);
        foreach (var row in Enumerable.Range(0, table.Rows).Select(row => rows[row]))
        {
            var cells = new XlsxCell?[table.Columns];
            foreach (var cell in row)
                cells[cell.Column] = XlsxCell.Of(cell.Text, SheetParts.Text) with { RowSpan = cell.RowSpan, ColumnSpan = cell.ColumnSpan };
            sheet.Add(cells);
        }
    }

    private void AddFindings(IReadOnlyDictionary<string, FieldLabel> labels)
    {
        var sheet = book.AddSheet(tongue["Findings", "勾稽不符"], [44, 12, 12, 16, 60], frozen: (1, 0));
        sheet.AddHeadings(SheetParts.HeadingsOfFindings(tongue));
        foreach (var finding in SheetParts.Findings(record))
            sheet.Add([.. SheetParts.CellsOf(finding, labels, tongue)]);
    }

    private void AddFields(IReadOnlyDictionary<string, FieldLabel> labels)
    {
        var sheet = book.AddSheet(tongue["Fields", "字段"], [50, 44, 18, 12, 18, 11, 12, 24, 7, 18, 18], frozen: (1, 0));
        sheet.AddHeadings(SheetParts.HeadingsOfFields(tongue));
        foreach (var (path, field) in record.Fields)
            sheet.Add([.. SheetParts.CellsOf(path, field, labels, tongue)]);
    }
}
