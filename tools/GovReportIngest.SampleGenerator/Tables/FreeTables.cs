using System.Globalization;

namespace GovReportIngest.SampleGenerator.Tables;

/// <summary>How the tables of a document are made; a document keeps to one taste.</summary>
/// <param name="MostColumns">Besides the labels.</param>
/// <param name="HasGroupedColumns">Some columns have a common name above them.</param>
/// <param name="HasGroupedRows">Labels stand in groups that have a name of their own beside them.</param>
internal sealed record TableTaste(int MostColumns, int MostRows, bool HasGroupedColumns, bool HasGroupedRows, double Blanks, NumberStyle Numbers, bool HasWordColumns, bool HasIndexColumn);

internal enum NumberStyle
{
    Plain,
    Thousands,

    /// <summary>1 234 567, as statistical yearbooks print it.</summary>
    Spaced,
    Decimals,
    Percent,
}

/// <summary>Invents tables of budgets, statistics and registers.</summary>
internal static class FreeTables
{
    private static readonly string[] Subjects = ["教育", "卫生健康", "道路养护", "农田水利", "住房保障", "文化体育", "公共安全", "生态环境", "就业服务", "社会救助", "城乡供水", "林业防火", "商贸流通", "气象观测", "档案保管", "老年照护"];
    private static readonly string[] Kinds = ["支出", "项目数量", "完成情况", "经费", "投入资金", "服务人次", "设备购置及维修费用", "办结件数", "受理数量"];
    private static readonly string[] Columns = ["上年结转", "本年预算", "本年执行", "完成率", "增减额", "一月", "二月", "三月", "合计", "人数", "件数", "金额（万元）", "面积（公顷）", "同比增长", "户数", "备案数量"];
    private static readonly string[] Groups = ["基本情况", "收入", "支出", "上半年", "下半年", "市本级", "县（区）级", "年初数", "调整数"];
    private static readonly string[] Words = ["已完成", "进行中", "尚未启动", "石门县教育局", "按计划推进，预计明年六月底前验收", "无", "资金已拨付到位", "县财政局会同有关部门办理", "纳入年度考核"];

    public static FreeTable Invent(TableTaste taste, Dice dice)
    {
        var leaves = dice.Next(2, taste.MostColumns + 1);
        var groups = taste.HasGroupedColumns && leaves >= 4 ? GroupsOf(leaves, dice) : null;
        var labels = (taste.HasIndexColumn ? 1 : 0) + (taste.HasGroupedRows ? 1 : 0) + 1;
        var cells = new List<FreeCell>();
        var headerRows = groups is null ? 1 : 2;
        Header(cells, taste, labels, leaves, groups, headerRows, dice.Child("header"));
        var isWords = Enumerable.Range(0, leaves).Select(column => taste.HasWordColumns && column > 0 && column == leaves - 1).ToArray();
        var rows = dice.Next(3, taste.MostRows + 1);
        Body(cells, taste, labels, leaves, isWords, headerRows, rows, dice.Child("body"));
        return new(headerRows + rows, labels + leaves, headerRows, [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)]);
    }

    /// <summary>Widths of the groups; 1 is a column of its own. Null where there is none.</summary>
    private static List<int>? GroupsOf(int leaves, Dice dice)
    {
        var widths = new List<int>();
        for (var left = leaves; left > 0;)
        {
            var width = Math.Min(left, dice.Pick(1, 2, 3));
            widths.Add(width);
            left -= width;
        }

        return widths.TrueForAll(width => width == 1) ? null : widths;
    }

    private static void Header(List<FreeCell> cells, TableTaste taste, int labels, int leaves, List<int>? groups, int headerRows, Dice dice)
    {
        var names = Shuffled(Columns, dice);
        var corner = dice.Pick("项目", "指标名称", "类别", "内容");
        var column = 0;
        if (taste.HasIndexColumn)
            cells.Add(new(0, column++, headerRows, 1, "序号", true, false));
        cells.Add(new(0, column, headerRows, labels - column, corner, true, false));
        if (groups is null)
        {
            for (var leaf = 0; leaf < leaves; leaf++)
                cells.Add(new(0, labels + leaf, 1, 1, names[leaf % names.Count], true, false));
            return;
        }

        var titles = Shuffled(Groups, dice);
        for (var (group, leaf) = (0, 0); group < groups.Count; leaf += groups[group++])
            if (groups[group] == 1)
                cells.Add(new(0, labels + leaf, 2, 1, names[leaf % names.Count], true, false));
            else
            {
                cells.Add(new(0, labels + leaf, 1, groups[group], titles[group % titles.Count], true, false));
                for (var inside = 0; inside < groups[group]; inside++)
                    cells.Add(new(1, labels + leaf + inside, 1, 1, names[(leaf + inside) % names.Count], true, false));
            }
    }

    private static void Body(List<FreeCell> cells, TableTaste taste, int labels, int leaves, bool[] isWords, int first, int rows, Dice dice)
    {
        var subjects = Shuffled(Subjects, dice);
        var size = dice.Pick(30, 900, 20_000, 3_000_000);
        for (var (row, group) = (0, 0); row < rows; group++)
        {
            var count = taste.HasGroupedRows ? Math.Min(rows - row, dice.Next(1, 5)) : 1;
            if (taste.HasGroupedRows)
                cells.Add(new(first + row, labels - 2, count, 1, subjects[group % subjects.Count], false, false));
            for (var inside = 0; inside < count; inside++, row++)
            {
                if (taste.HasIndexColumn)
                    cells.Add(new(first + row, 0, 1, 1, (row + 1).ToString(CultureInfo.InvariantCulture), false, true));
                cells.Add(new(first + row, labels - 1, 1, 1, Label(row, taste.HasGroupedRows ? "" : subjects[row % subjects.Count], dice), false, false));
                for (var leaf = 0; leaf < leaves; leaf++)
                    cells.Add(new(first + row, labels + leaf, 1, 1, isWords[leaf] ? dice.Pick<string>(Words) : Number(taste, size, dice), false, !isWords[leaf]));
            }
        }
    }

    private static string Label(int row, string subject, Dice dice)
    {
        var label = subject + dice.Pick<string>(Kinds);
        return dice.Chance(0.15) ? $"{label}（不含上级专项补助和一次性追加部分）" : dice.Chance(0.1) ? $"其中：{label}" : row == 0 && dice.Chance(0.2) ? "总计" : label;
    }

    private static string Number(TableTaste taste, int size, Dice dice)
    {
        if (dice.Chance(taste.Blanks))
            return dice.Pick("", "", "—", "/", "0");
        var value = (long)(size * dice.NextDouble() * dice.NextDouble());
        return taste.Numbers switch
        {
            NumberStyle.Thousands => value.ToString("#,##0", CultureInfo.InvariantCulture),
            NumberStyle.Spaced => value.ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', ' '),
            NumberStyle.Decimals => (value / 100m).ToString("0.00", CultureInfo.InvariantCulture),
            NumberStyle.Percent => (dice.NextDouble() * 140 - 20).ToString("0.0", CultureInfo.InvariantCulture) + "%",
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static List<string> Shuffled(string[] words, Dice dice) => [.. words.OrderBy(_ => dice.NextDouble())];
}
