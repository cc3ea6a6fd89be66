using System.Globalization;

namespace GovReportIngest.Training.Headings;

/// <summary>Rows of tables: those of the official forms, whose numbered labels look like headings, and others.</summary>
internal static class TableWording
{
    private static readonly string[] Disclosure = ["规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费"];

    private static readonly string[] RequestRows =
    [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "三、本年度办理结果", "（一）予以公开", "（二）部分公开", "（三）不予公开", "1.属于国家秘密",
        "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
        "（四）无法提供", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "（五）不予处理", "1.信访举报投诉类申请", "2.重复申请",
        "（六）其他处理", "3.其他", "（七）总计", "四、结转下年度继续办理",
    ];

    private static readonly string[] Statistics =
    [
        "一、主动公开情况", "（一）主动公开政府信息数", "其中：主动公开规范性文件数", "（二）通过不同渠道和方式公开政府信息的情况", "1.政府公报公开政府信息数", "2.政府网站公开政府信息数",
        "二、回应解读情况", "（一）回应公众关注热点或重大舆情数", "三、依申请公开情况", "（一）收到申请数", "1.当面申请数", "2.传真申请数", "四、行政复议数量", "（一）维持具体行政行为数", "五、行政诉讼数量",
    ];

    private static readonly string[] Header =
        ["申请人情况", "自然人", "法人或其他组织", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "统计指标", "单位", "统计数", "项目", "数量", "合计"];

    public static List<string[]> Rows(Draw draw, Wording words)
    {
        var columns = draw.Any(1, 1, 3, 5, 7);
        var zeros = draw.Any(0.1, 0.5, 0.95);
        List<string[]> rows = [[draw.Of(Header), .. Enumerable.Range(0, columns).Select(_ => draw.Of(Header))]];
        var labels = draw.Next(0, 4) switch
        {
            0 => Disclosure,
            1 or 2 => RequestRows.Skip(draw.Any(0, 0, 3, 8)).Take(draw.Next(6, 25)),
            3 => Statistics.Skip(draw.Any(0, 0, 4)).Take(draw.Next(5, 15)),
            _ => Enumerable.Range(0, draw.Next(3, 8)).Select(at => (draw.Chance(0.3) ? $"{at + 1}." : "") + words.Thing() + draw.Any("", "数", "数量", "支出")),
        };
        foreach (var label in labels)
            rows.Add(label is "三、本年度办理结果" or "（三）不予公开" && draw.Chance(0.6) ? [label]
                : [label, .. Enumerable.Range(0, columns).Select(_ => Value(draw, zeros))]);
        return rows;
    }

    private static string Value(Draw draw, double zeros) =>
        draw.Chance(zeros) ? "0" : draw.Chance(0.05) ? draw.Any("/", "-", "—") : draw.Chance(0.1) ? $"{draw.Next(1, 900)}.{draw.Next(10, 99)}" : draw.Next(0, 2000).ToString(CultureInfo.InvariantCulture);
}
