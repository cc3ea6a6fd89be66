namespace GovReportIngest.SampleGenerator.Print;

/// <summary>
/// Looks that are put together by chance from everything that can differ, so that nobody can have tuned for them. The name says
/// the feature that is likeliest to matter.
/// </summary>
internal static class WildLooks
{
    private static readonly string[] Fonts =
    [
        "AR PL UMing CN", "AR PL UKai CN", "WenQuanYi Micro Hei", "Noto Sans Mono CJK SC", "Noto Serif CJK SC", "Noto Sans CJK SC",
        "WenQuanYi Zen Hei", "AR PL SungtiL GB", "AR PL KaitiM GB",
    ];

    public static HtmlLook Choose(Dice dice)
    {
        var font = dice.Pick<string>(Fonts);
        var look = new HtmlLook("plain", font)
        {
            TitleFont = dice.Pick<string>(Fonts),
            Size = Math.Round(dice.Between(9.5, 15), 1),
            TableSize = Math.Round(dice.Between(6.5, 10.5), 1),
            TitleSize = Math.Round(dice.Between(15, 26), 1),
            TitleSpacing = dice.Pick(0, 0, 0.08, 0.3),
            TitleOnTwoLines = dice.Chance(0.3),
            LineHeight = Math.Round(dice.Between(1.25, 2.1), 2),
            Lines = dice.Pick(TableLines.All, TableLines.All, TableLines.Hairlines, TableLines.HeavyFrame, TableLines.HorizontalOnly),
            HeaderShade = dice.Pick(null, null, "#e8f0e4", "#303a52; color: white"),
            RowShade = dice.Pick(null, null, null, "#f4f4f4"),
            CellPadding = Math.Round(dice.Between(0.5, 5), 1),
            Margins = dice.Pick("25mm 22mm", "12mm 10mm", "30mm 28mm 20mm", "18mm 15mm 18mm 30mm"),
            Paper = dice.Pick("A4", "A4", "A4", "Letter", "A3"),
            IsLandscape = dice.Chance(0.1),
            RepeatsHeader = dice.Chance(0.4),
            RowsMayBreak = dice.Chance(0.4),
            SpaceBeforeRequests = dice.Pick(0, 0, 50, 120, 200),
            HasPageNumbers = dice.Chance(0.6),
            RunningHeader = dice.Chance(0.3) ? dice.Pick("政务公开", "年度报告", "内部资料 注意保存") : null,
            NumbersToTheRight = dice.Chance(0.2),
            TotalBesideApplicants = dice.Chance(0.3),
            LabelWidth = dice.Pick("30%", "34%", "40%", "46%"),
            HeadingAlign = dice.Pick("left", "left", "center"),
            DigitSpacing = dice.Pick(0, 0, 0, 0.12),
        };
        return dice.Next(0, 9) switch
        {
            0 => look with { Name = "wild-across-group", Groups = GroupLabels.RowAcross },
            1 => look with { Name = "wild-blank-group", Groups = GroupLabels.RowWithBlanks },
            2 => look with { Name = "wild-units", HasUnitColumn = true },
            3 => look with { Name = "wild-apart", CourtsApart = true, Lines = TableLines.All },
            4 => look with { Name = "wild-turned", RequestsOnTurnedPage = true },
            5 => look with { Name = "wild-full-width", FullWidthDigits = true, ThousandsMarks = dice.Chance(0.5) },
            6 => look with { Name = "wild-thousands", ThousandsMarks = true },
            7 => look with { Name = "wild-three-rules", Lines = TableLines.Three },
            _ => look with { Name = "wild-plain" },
        };
    }
}
