using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>Rows that workbooks of one report and of several have in common.</summary>
internal static class SheetParts
{
    public static Look Heading { get; } = new(Fill.Heading, Ink.Bold, IsCentred: true);

    public static Look Label { get; } = new(Fill.Heading);

    public static Look Text { get; }

    public static void AddHeadings(this XlsxSheet sheet, IEnumerable<string> headings) => sheet.Add([.. headings.Select(heading => (XlsxCell?)XlsxCell.Of(heading, Heading))]);

    public static void AddTexts(this XlsxSheet sheet, params IEnumerable<string?> texts) => sheet.Add([.. texts.Select(text => (XlsxCell?)XlsxCell.Of(text, Text))]);

    public static IEnumerable<CheckResult> Findings(ReportRecord record) => record.Checks.Where(check => check.Outcome is CheckOutcome.Violated);

    public static IEnumerable<XlsxCell?> CellsOf(CheckResult finding, IReadOnlyDictionary<string, FieldLabel> labels, Tongue tongue) =>
    [
        XlsxCell.Of(finding.Id, Text), XlsxCell.Of(finding.Left, Text), XlsxCell.Of(finding.Right, Text with { Ink = Ink.Warning }),
        XlsxCell.Of(finding.Severity is CheckSeverity.Error ? tongue["must hold", "应当相符"] : tongue["usually holds", "通常相符"], Text),
        XlsxCell.Of(string.Join("\n", finding.Fields.Select(path => LabelOf(path, labels, tongue))), Text),
    ];

    public static IEnumerable<string> HeadingsOfFindings(Tongue tongue) =>
        [tongue["check", "勾稽关系"], tongue["left side", "左边"], tongue["right side", "右边"], tongue["rule", "性质"], tongue["fields", "字段"]];

    public static IEnumerable<string> HeadingsOfFields(Tongue tongue) =>
    [
        tongue["field", "字段"], tongue["path", "路径"], tongue["value", "值"], tongue["state", "状态"], tongue["printed", "原文"], tongue["review", "复核"],
        tongue["probability", "概率"], tongue["reasons", "原因"], tongue["page", "页"], tongue["read by the machine", "机器识别"], tongue["known from elsewhere", "另知的值"],
    ];

    public static IEnumerable<XlsxCell?> CellsOf(string path, RecordField field, IReadOnlyDictionary<string, FieldLabel> labels, Tongue tongue) =>
    [
        XlsxCell.Of(LabelOf(path, labels, tongue), Text), XlsxCell.Of(path, Text), new(field.Value, FieldCells.Of(field).Look with { IsLiteral = XlsxCell.Of(field.Value is FieldValue.Words(var words) ? words : null).Look.IsLiteral }),
        XlsxCell.Of(Codes.Of(field.State), Text), XlsxCell.Of(field.Printed, Text), XlsxCell.Of(Codes.Of(field.Review), Text), XlsxCell.Of(field.Probability, Text),
        XlsxCell.Of(string.Join(' ', field.Reasons), Text),
        XlsxCell.Of(field.Evidence.OfType<Core.Document.Evidence.OnPage>().Select(place => (decimal?)place.Page).FirstOrDefault(), Text),
        XlsxCell.Of(field.Extracted is { } extracted ? extracted.Value is { } value ? WrittenValue.Of(value) : Codes.Of(extracted.State) : null, Text),
        XlsxCell.Of(field.Asserted is { } asserted ? WrittenValue.Of(asserted.Value) : null, Text),
    ];

    public static string LabelOf(string path, IReadOnlyDictionary<string, FieldLabel> labels, Tongue tongue) =>
        labels.TryGetValue(path, out var label) ? string.Join(" › ", label.Row.Concat(label.Column)) : FactWords.Of(path, tongue);

    public static void AddLegend(XlsxBook book, Tongue tongue)
    {
        var sheet = book.AddSheet(tongue["Legend", "图例"], [14, 80]);
        sheet.AddHeadings([tongue["cell", "单元格"], tongue["meaning", "含义"]]);
        foreach (var (example, meaning) in FieldCells.Legend(tongue))
            sheet.Add(example, XlsxCell.Of(meaning, Text));
    }
}
