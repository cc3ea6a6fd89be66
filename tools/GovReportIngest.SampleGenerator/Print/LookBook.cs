namespace GovReportIngest.SampleGenerator.Print;

/// <summary>The looks that samples and corpora are printed in. Each name is a group that a measurement can keep apart.</summary>
internal static class LookBook
{
    public static IReadOnlyList<HtmlLook> All { get; } =
    [
        new("song-ruled", "Noto Serif CJK SC") { HasPageNumbers = true, RowsMayBreak = true, TitleSpacing = 0.1 },
        new("hei-shaded", "Noto Sans CJK SC") { Lines = TableLines.Hairlines, HeaderShade = "#d9e2f3", RepeatsHeader = true, RunningHeader = "政府信息公开年报", TableSize = 10, CellPadding = 4, SpaceBeforeRequests = 60 },
        new("kaiti-break", "AR PL KaitiM GB") { RowsMayBreak = true, Size = 14, TableSize = 11, CellPadding = 4, TitleSize = 22, LineHeight = 1.9, SpaceBeforeRequests = 120 },
        new("landscape-dense", "WenQuanYi Zen Hei") { IsLandscape = true, Size = 10.5, TableSize = 7, CellPadding = 0.5, Margins = "15mm 18mm", LabelWidth = "44%", HasPageNumbers = true },
        new("sungti-spaced", "AR PL SungtiL GB") { TitleFont = "WenQuanYi Zen Hei", TitleSpacing = 0.35, NumbersToTheRight = true, TableSize = 9.5, Size = 13 },
        new("rules-across", "WenQuanYi Zen Hei") { Lines = TableLines.HorizontalOnly, RowShade = "#f2f2f2", CellPadding = 3, Size = 11 },
        new("heavy-frame", "Noto Serif CJK SC") { Lines = TableLines.HeavyFrame, HeaderShade = "#e7e6e6", TableSize = 9, Size = 11, Margins = "20mm 18mm", HasPageNumbers = true, RunningHeader = "年度报告" },
        new("web-hairlines", "Noto Sans CJK SC") { Lines = TableLines.Hairlines, TotalBesideApplicants = true, Size = 10, TableSize = 8, Margins = "12mm 10mm", TitleSize = 18, CellPadding = 3.5 },
    ];

    public static HtmlLook Named(string name) => All.First(look => look.Name == name);
}
