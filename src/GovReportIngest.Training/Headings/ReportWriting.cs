using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Training.Headings;

/// <summary>Makes up a report: title, opening, sections with parts down to four levels, tables, captions, signature.</summary>
/// <param name="shownLevels">How many levels numbers or looks tell apart; with fewer than two, sections and parts have their usual titles.</param>
internal sealed class ReportWriting(Draw draw, Wording words, NumberScheme numbers, int shownLevels)
{
    private readonly List<Piece> pieces = [];
    private readonly bool hasLeads = draw.Chance(0.5);
    private readonly int depth = Math.Min(draw.Any(1, 2, 2, 2, 3, 3, 4), Math.Max(2, shownLevels));

    /// <summary>A draft: headings with hardly any text under them.</summary>
    private readonly bool isSkeleton = draw.Chance(0.06);

    private readonly bool isUsual = draw.Chance(0.6) || shownLevels < 2;

    public IReadOnlyList<Piece> Write()
    {
        Head();
        var sections = draw.Next(3, 8);
        for (var at = 1; at <= sections; at++)
        {
            Add(LineClass.Heading1, numbers.Next(1, at), words.Section(at - 1, isUsual));
            switch (draw.Next(0, 4))
            {
                case 0 or 1:
                    Table();
                    break;
                case 2 or 3 when depth > 1:
                    if (draw.Chance(0.6))
                        Prose();
                    Parts(2);
                    break;
                default:
                    Prose();
                    break;
            }
        }

        Foot();
        return pieces;
    }

    private void Head()
    {
        if (draw.Chance(0.15))
            Body(draw.Any("首页 > 政府信息公开 > 年度报告", "当前位置：首页 > 公开年报", "【字体：大 中 小】", "索引号：" + draw.Next(1000, 9999), "分享到：", "打印本页 关闭窗口"));
        var (agency, year) = (words.Agency(), draw.Next(2009, 2026));
        Add(LineClass.Title, "", draw.Next(0, 5) switch
        {
            0 => $"{agency}关于{year}年度政府信息公开工作的报告",
            1 => $"{agency}{year}年{words.Thing()}工作总结",
            2 => $"{year}年{agency}政府信息公开年度报告",
            3 => $"{agency} {year} 年政府信息公开工作年度报告",
            _ => $"{agency}{year}年政府信息公开工作年度报告",
        });
        if (draw.Chance(0.2))
            Body(draw.Any($"发布时间：{year + 1}-01-{draw.Next(10, 31)}", $"（{year + 1}年1月{draw.Next(3, 31)}日）", "来源：" + agency, $"发布日期：{year + 1}年1月{draw.Next(3, 28)}日 来源：办公室"));
        if (draw.Chance(0.5))
            Body(words.Paragraph(1, 3));
    }

    private void Foot()
    {
        if (draw.Chance(0.15))
            Body(draw.Any("特此报告。", "附件：统计表", "（此件公开发布）", "联系电话：" + draw.Next(1000000, 9999999)));
        if (draw.Chance(0.3))
        {
            Body(words.Agency());
            Body($"{draw.Next(2010, 2026)}年{draw.Next(1, 3)}月{draw.Next(1, 28)}日");
        }
    }

    private void Parts(int level)
    {
        var count = draw.Next(2, level == 2 ? 6 : 4);
        for (var at = 1; at <= count; at++)
        {
            Add(LineClass.Heading1 + level - 1, numbers.Next(level, at), level == 2 ? words.Part(shownLevels < 2) : words.Phrase());
            if (level < depth && draw.Chance(0.5))
            {
                if (draw.Chance(0.5))
                    Prose();
                Parts(level + 1);
            }
            else
                Prose();
        }
    }

    private void Prose()
    {
        if (isSkeleton && draw.Chance(0.85))
            return;
        if (draw.Chance(0.06))
        {
            Body(draw.Any("无。", "无", "本年度没有发生。", "没有其他需要报告的事项。", "暂无。"));
            return;
        }

        var count = draw.Next(1, 3);
        for (var at = 1; at <= count; at++)
            Body(words.Paragraph());
        if (hasLeads && draw.Chance(0.4))
            Items();
    }

    /// <summary>Numbered items that are no headings: their text goes on behind the lead, or they are entries of a list.</summary>
    private void Items()
    {
        var style = draw.Next(0, 4);
        var count = draw.Next(2, 5);
        var kind = draw.Next(0, 3);
        for (var at = 1; at <= count; at++)
        {
            var number = style switch { 0 => $"{at}.", 1 => $"{at}、", 2 => $"（{at}）", 3 => $"（{"一二三四五六"[at - 1]}）", _ => $"{"一二三四五六"[at - 1]}是" };
            var end = at == count ? "。" : "；";
            Body(number + kind switch
            {
                0 => words.Phrase() + "。" + words.Paragraph(1, 3),
                1 => words.Clause() + end,
                2 => words.Phrase() + "：" + words.Paragraph(1, 2),
                _ => words.Clause() + "，" + words.Clause() + end,
            });
        }
    }

    private void Table()
    {
        if (draw.Chance(0.2))
            Body(words.Paragraph(1, 2));
        if (draw.Chance(0.35))
            Add(LineClass.Caption, "", draw.Any($"表{draw.Next(1, 5)} {words.Thing()}情况统计表", $"{words.Thing()}统计表", "单位：件", "（单位：万元）", "单位：件、人次", $"附表{draw.Next(1, 4)}：{words.Thing()}情况表", $"图{draw.Next(1, 6)}：{words.Thing()}构成", $"{draw.Next(2010, 2026)}年度{words.Thing()}情况表"));
        pieces.Add(new(LineClass.Table, "", "") { Rows = TableWording.Rows(draw, words) });
        if (draw.Chance(0.2))
            Body(draw.Any("注：", "说明：", "备注：") + words.Clause() + "。");
    }

    private void Body(string text) => Add(LineClass.Body, "", text);

    private void Add(LineClass kind, string number, string text) => pieces.Add(new(kind, number, text));
}
