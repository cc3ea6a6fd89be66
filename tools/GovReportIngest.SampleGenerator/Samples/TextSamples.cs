using System.Text;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.SampleGenerator.Text;

namespace GovReportIngest.SampleGenerator.Samples;

/// <summary>The reports in samples/inbox/text, each with the faults that samples/README.md lists.</summary>
internal static class TextSamples
{
    private static readonly string[] DriftingMarks = ["## ", "## ", "### ", "#### ", "#### ", "#### "];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(SampleTree tree, Dice dice)
    {
        var large = new FigureTaste(700, 0.15, 0, DropRegulations: false);
        var small = new FigureTaste(45, 0.35, 0, DropRegulations: false);
        var drifting = new TextLook(TableTexts.ShiftedTabs(totalsFarLeft: true)) { SectionMarks = DriftingMarks, PartMark = "### ", TitleMark = "# ", SpacesAroundNumbers = true, HalfWidthBrackets = true };
        Add("restarted-numbering.txt", "柳河区政务服务和数据管理局", 2023, Invent("restarted", large), PartNumbering.RestartedChinese, drifting,
            report => report with { Title = report.Title.Replace("信息公开工作", "信息公开公开工作", StringComparison.Ordinal) });
        Add("drifting-levels.md", "云岭市行政服务中心", 2023, Invent("drifting", large with { PlantedSlips = 2 }), PartNumbering.Bracketed,
            drifting with { Tables = TableTexts.ShiftedTabs(totalsFarLeft: false) });
        Add("doubled-characters.txt", "石桥区政务服务和大数数据管理局", 2024, Invent("doubled", small), PartNumbering.Bracketed,
            new TextLook(TableTexts.ShiftedTabs(totalsFarLeft: true)) { SpacesAroundNumbers = true, HalfWidthBrackets = true });
        Add("flattened.txt", "行政审批和数据资源局", 2022, Invent("flattened", large), PartNumbering.RestartedChinese,
            new TextLook(TableTexts.Flattened) { WrapAt = 60 }, report => report with { TitleNamesAgency = false });
        Add("plain-gb18030.txt", "青塘县数据发展局", 2023, Invent("plain", small with { PlantedSlips = 1, DropRegulations = true }), PartNumbering.Bracketed,
            new TextLook(TableTexts.ShiftedTabs(totalsFarLeft: false)), encoding: CodePagesEncodingProvider.Instance.GetEncoding("GB18030"));
        Add("pipes.md", "", 0, null, PartNumbering.Bracketed, new TextLook(TableTexts.Pipes) { SectionMarks = ["## ", "## ", "## ", "## ", "## ", "## "], PartMark = "### ", TitleMark = "# " }, library: "pingtan_2022");
        Add("one-cell-per-line.txt", "", 0, null, PartNumbering.Bracketed, new TextLook(TableTexts.OneCellPerLine), library: "jinhu_2023");
        Add("form-2019.txt", "松坪市自然资源局", 2020, FigureInvention.Invent(FormShape.Of2019, large, dice.Child("text/2019")), PartNumbering.Bracketed,
            new TextLook(TableTexts.ShiftedTabs(totalsFarLeft: false)) { HalfWidthBrackets = true });

        AddTwo("two-reports.txt", ("岚溪县财政局", TableTexts.ShiftedTabs(totalsFarLeft: false)), ("岚溪县审计局", TableTexts.Pipes));

        void AddTwo(string name, params (string Agency, TableText Tables)[] two)
        {
            List<(Report Report, TextLook Look)> parts = [.. two.Select((part, index) => (ReportWriter.Write(
                part.Agency, 2023, Invent($"{name}/{index}", large with { PlantedSlips = index }), PartNumbering.Bracketed, dice.Child($"prose/{name}/{index}")), new TextLook(part.Tables)))];
            tree.Add("text/" + name, Utf8.GetBytes(string.Concat(parts.Select(part => TextReport.Write(part.Report, part.Look)))),
                [.. parts.Select(part => Expected.Write(part.Report, part.Report.ProseOnOnePage()))]);
        }

        FigureSet Invent(string name, FigureTaste taste) => FigureInvention.Invent(FormShape.Of2021, taste, dice.Child("text/" + name));

        void Add(string name, string agency, int year, FigureSet? figures, PartNumbering numbering, TextLook look, Func<Report, Report>? fault = null, Encoding? encoding = null, string? library = null)
        {
            var entry = library is null ? null : FigureLibrary.Named(library);
            var report = ReportWriter.Write(entry?.Agency ?? agency, entry?.Year ?? year, entry?.Figures ?? figures!, numbering, dice.Child("prose/" + name));
            report = fault?.Invoke(report) ?? report;
            tree.Add("text/" + name, (encoding ?? Utf8).GetBytes(TextReport.Write(report, look)), Expected.Write(report, report.ProseOnOnePage()));
        }
    }
}
