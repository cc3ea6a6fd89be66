using GovReportIngest.SampleGenerator.Docx;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.SampleGenerator.Web;

namespace GovReportIngest.SampleGenerator.Samples;

/// <summary>The web pages in samples/inbox/html and the word processor's files in samples/inbox/docx.</summary>
internal static class FlowSamples
{
    private static readonly HtmlLook Tables = new("flow", "serif");
    private static readonly FigureTaste Large = new(700, 0.2, 0, DropRegulations: false);

    public static void WriteWeb(SampleTree tree, Dice dice)
    {
        Add("portal.html", "石泉市民政局", 2023, Large with { PlantedSlips = 1 }, new(WebFamily.Portal, Tables with { TotalBesideApplicants = true }) { HasBoldHeadings = true, HasHiddenCells = true });
        Add("layout-tables.htm", "柏林县水利局", 2022, Large with { DropRegulations = true }, new(WebFamily.LayoutTables, Tables) { HasNestedTables = true, HasDoctype = false, Charset = "gb18030" });
        Add("word-export.htm", "云梯区审计局", 2024, Large, new(WebFamily.WordProcessor, Tables with { Groups = GroupLabels.RowAcross }) { HasHeadingElements = true, HasDoctype = false, DeclaresCharset = false, Charset = "gb18030" });

        void Add(string name, string agency, int year, FigureTaste taste, WebLook look)
        {
            var report = ReportOf("html/" + name, agency, year, taste, dice);
            tree.Add("html/" + name, WebPage.Write(report, look, dice.Child("frame/" + name)), Expected.Write(report, report.ProseOnOnePage()));
        }
    }

    public static void WriteWord(SampleTree tree, Dice dice)
    {
        Add("styles-numbered.docx", "东垣市统计局", 2023, Large, new(WordHeadings.Styles, Tables) { HasAutomaticNumbers = true, HasChineseStyleNames = true, HasContents = true });
        Add("looks-changes.docx", "清屏县信访局", 2021, Large with { PlantedSlips = 2 }, new(WordHeadings.Looks, Tables with { CourtsApart = true }) { HasChanges = true, HasTitleBox = true });

        void Add(string name, string agency, int year, FigureTaste taste, WordLook look)
        {
            var report = ReportOf("docx/" + name, agency, year, taste, dice);
            tree.Add("docx/" + name, WordFile.Write(report, look), Expected.Write(report, report.ProseOnOnePage()));
        }
    }

    private static Report ReportOf(string name, string agency, int year, FigureTaste taste, Dice dice) => ReportWriter.Write(
        agency, year, FigureInvention.Invent(FormShape.Of2021, taste, dice.Child(name)), PartNumbering.Bracketed, dice.Child("prose/" + name));
}
