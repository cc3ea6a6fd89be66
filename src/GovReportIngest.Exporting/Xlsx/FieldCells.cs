using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>Fields as cells: state and review show in the look, and in a mark where there is no value.</summary>
internal static class FieldCells
{
    public static XlsxCell Of(RecordField? field) => field switch
    {
        null => new(null, new()),
        { Value: FieldValue.Number(var amount) } => XlsxCell.Of(amount, LookOf(field)),
        _ => XlsxCell.Of(ShownState.Of(field), LookOf(field) with { IsCentred = field.State is not FieldState.Printed }),
    };

    /// <summary>What the looks and marks mean.</summary>
    public static IEnumerable<(XlsxCell Example, string Meaning)> Legend(Tongue tongue)
    {
        static RecordField Example(FieldState state, ReviewState review = ReviewState.None) => new()
        {
            State = state, Review = review, Probability = 1, Printed = state is FieldState.Placeholder ? "/" : null, Value = state is FieldState.Printed ? new FieldValue.Number(12) : null,
        };

        yield return (Of(Example(FieldState.Printed)), tongue["printed: the value as the page has it", "已印：与原文一致"]);
        yield return (Of(Example(FieldState.Blank)), tongue["blank: the cell is there and empty; this is not 0", "空白：单元格存在但未填写，不等于 0"]);
        yield return (Of(Example(FieldState.Placeholder)), tongue["placeholder: a dash, a slash or 无 stands in place of a value", "占位符：以横线、斜线或“无”代替数值"]);
        yield return (Of(Example(FieldState.Missing)), tongue["missing: the report has no such row or table", "无此项：报告中没有该行或该表"]);
        yield return (Of(Example(FieldState.Unreadable)), tongue["unreadable: something stands there that could not be read", "无法辨认：有内容但不能识别"]);
        yield return (Of(Example(FieldState.Printed, ReviewState.Open)), tongue["to be reviewed: not yet to be relied on", "待复核：尚不可采用"]);
        yield return (Of(Example(FieldState.Printed, ReviewState.Corrected)), tongue["corrected by a person", "经人工更正"]);
    }

    private static Look LookOf(RecordField field) => new(
        field switch
        {
            { Review: ReviewState.Open } => Fill.Open,
            { State: FieldState.Missing } => Fill.Missing,
            { State: FieldState.Unreadable } => Fill.Unreadable,
            { Review: ReviewState.Corrected } => Fill.Corrected,
            _ => Fill.None,
        },
        field.Review is ReviewState.Open ? Ink.Warning : field.State is FieldState.Printed ? Ink.Normal : Ink.Faint);
}
