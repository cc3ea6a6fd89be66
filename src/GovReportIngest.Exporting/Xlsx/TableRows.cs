using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>
/// A sheet for one table of a form: a column a field, below what the form calls its row and, in the second line, its column; the third has the path.
/// Rows and columns that only some reports print stand behind the others.
/// </summary>
internal sealed class TableRows
{
    private const double ValueWidth = 12;
    private readonly LongSheet sheet;
    private readonly IReadOnlyList<string> paths;

    /// <param name="about">Headings of the columns before the fields: the last is the year.</param>
    public TableRows(XlsxBook book, FormDefinition form, string key, IReadOnlyList<string> about)
    {
        FormId = form.Id;
        var shapes = FormSheet.OfAllVariants(form).Where(sheet => sheet.Key == key).ToList();
        var labels = shapes.SelectMany(FormLabels.Of).DistinctBy(label => label.Key).ToDictionary(StringComparer.Ordinal);
        paths = [.. shapes.SelectMany(shape => shape.Paths).Distinct()];
        var heads = paths.Select(path => HeadOf(labels[path])).ToList();
        sheet = new(book, $"{form.Id.Split('/')[^1]} {shapes[0].Title}", [8, 30, 8, .. paths.Select(_ => ValueWidth)], (3, 2), sheet => AddHeadings(sheet, about, heads));
    }

    public string FormId { get; }

    public void Add(IReadOnlyList<XlsxCell?> about, IReadOnlyDictionary<string, RecordField> fields) =>
        sheet.Add([.. about, .. paths.Select(path => (XlsxCell?)FieldCells.Of(fields.GetValueOrDefault(path)))]);

    private void AddHeadings(XlsxSheet sheet, IReadOnlyList<string> about, List<(string Upper, string Lower)> heads)
    {
        sheet.Add([.. about.Select(heading => (XlsxCell?)(XlsxCell.Of(heading, SheetParts.Heading) with { RowSpan = 3 })), .. heads.Select((head, index) =>
            (XlsxCell?)(index > 0 && heads[index - 1].Upper == head.Upper ? new(null, SheetParts.Heading) : XlsxCell.Of(head.Upper, SheetParts.Heading) with { ColumnSpan = SpanOf(heads, index) }))]);
        sheet.AddHeadings([.. about.Select(_ => ""), .. heads.Select(head => head.Lower)]);
        sheet.Add([.. about.Select(_ => (XlsxCell?)new XlsxCell(null, SheetParts.Heading)), .. paths.Select(path => (XlsxCell?)XlsxCell.Of(path, SheetParts.Label with { Ink = Ink.Faint }))]);
    }

    /// <summary>Columns from this one on that stand below the same heading.</summary>
    private static int SpanOf(List<(string Upper, string Lower)> heads, int first) => heads.Skip(first).TakeWhile(head => head.Upper == heads[first].Upper).Count();

    /// <summary>A table whose rows have no labels is read by its columns alone.</summary>
    private static (string Upper, string Lower) HeadOf(FieldLabel label) => label.Row.Count > 0
        ? (string.Join(" › ", label.Row), string.Join(" › ", label.Column)) : (label.Column.FirstOrDefault(""), string.Join(" › ", label.Column.Skip(1)));
}
