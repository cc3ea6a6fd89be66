namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>Misprints and short forms that published reports have in labels and titles; the fields stay the same.</summary>
internal static class LabelMess
{
    private static readonly (string Printed, string[] Instead)[] Labels =
    [
        ("本年制发件数", ["本年发件"]),
        ("本年废止件数", ["本年废纸件数"]),
        ("现行有效件数", ["先行有效件数", "现行有效件"]),
        ("行政规范性文件", ["规范性文件"]),
        ("本年收费金额（单位：万元）", ["本年收费金额（单位：万元，保留4位小数）"]),
        ("本年新公开数量", ["本年公开数量"]),
        ("采购总金额", ["采购总金额（元）"]),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ["（二）部分公开", "（二）部分公开（区分处理的，只计这一情况，不计其他情形）"]),
        ("5.属于三类内部事务信息", ["5.属于三类内容事务信息"]),
        ("2.其他法律行政法规禁止公开", ["2.其他法律行政止公开"]),
        ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", ["1.逾期不补正"]),
        ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", ["2.逾期不缴费"]),
        ("3.其他", ["3、其他"]),
        ("政府信息公开行政复议、行政诉讼情况", ["因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政法复议、行政诉讼情况", "政府信息公开行政复议和行政诉讼情况"]),
        ("存在的主要问题及改进情况", ["政府信息公开工作存在的主要问题及改进情况", "存在的主要问题及改进措施", "存在问题及改进情况"]),
        ("其他需要报告的事项", ["其他需报告的事项"]),
    ];

    /// <summary>Every label that has a variant takes one with the given chance.</summary>
    public static Func<string, string> Choose(double chance, Dice dice)
    {
        var chosen = Labels.Where(_ => dice.Chance(chance)).ToDictionary(entry => entry.Printed, entry => dice.Pick<string>(entry.Instead));
        return label => chosen.GetValueOrDefault(label, label);
    }

    public static FormShape Applied(FormShape form, Func<string, string> mess) => form with
    {
        Disclosure = [.. form.Disclosure.Select(block => block with
        {
            Columns = [.. block.Columns.Select(column => column with { Label = mess(column.Label) })],
            Rows = [.. block.Rows.Select(row => row with { Label = mess(row.Label) })],
        })],
        Requests = [.. form.Requests.Select(row => row with { Label = mess(row.Label) })],
    };

    public static Report Applied(Report report, Func<string, string> mess) => report with
    {
        Pieces = [.. report.Pieces.Select(piece => piece is Piece.Heading heading ? heading with { Title = mess(heading.Title) } : piece)],
    };
}
