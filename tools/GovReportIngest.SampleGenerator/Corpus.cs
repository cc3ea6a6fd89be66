using System.Text;
using GovReportIngest.SampleGenerator.Docx;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.SampleGenerator.Samples;
using GovReportIngest.SampleGenerator.Scans;
using GovReportIngest.SampleGenerator.Text;
using GovReportIngest.SampleGenerator.Web;

namespace GovReportIngest.SampleGenerator;

/// <summary>
/// Large sets for measurements: every report is saved as text (<c>inbox/text</c>), printed once (<c>inbox/pdf</c>), put on a web page
/// (<c>inbox/html</c>) and into a file of a word processor (<c>inbox/docx</c>), and scanned in every condition (<c>inbox/CONDITION</c>). The truth names layout, look, font and producer, so that groups
/// can be kept apart.
/// </summary>
internal sealed class Corpus(SampleTree tree, Dice dice, IReadOnlyList<Condition> conditions, bool isWild, IReadOnlyList<string> parts, double contradictions)
{
    private static readonly string[] Fonts = ["Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "AR PL SungtiL GB", "AR PL KaitiM GB"];
    private static readonly string[] Offices = ["人民政府办公室", "财政局", "教育局", "民政局", "水利局", "交通运输局", "自然资源局", "市场监督管理局", "卫生健康委员会", "发展和改革委员会"];

    public async Task WriteAsync(int first, int reports, CancellationToken cancellation)
    {
        await using var browser = parts.Contains("pdf") ? await Chromium.StartAsync(cancellation) : null;
        for (var number = first; number < first + reports; number++)
        {
            var own = dice.Child($"report/{number}");
            var look = isWild ? WildLooks.Choose(own.Child("look")) : LookFor(own.Child("look"));
            var (name, report) = ($"report-{number:D4}", ReportFor(own.Child("report")));
            if (isWild)
                report = WildReports.Changed(report, own.Child("wild"));
            if (own.Child("contradicts").Chance(contradictions))
                report = Contradictions.Planted(report, own.Child("contradiction"));
            if (parts.Contains("text"))
                WriteText(name, report, own.Child("text"));
            if (parts.Contains("html"))
                WriteWeb(name, report, own.Child("html"));
            if (parts.Contains("docx"))
                WriteWord(name, report, own.Child("docx"));
            Console.Error.WriteLine($"{name}: {look.Name}, {look.Font}");
            if (browser is null)
                continue;
            var pdf = await browser.PrintAsync(HtmlReport.Write(report, look), look, cancellation);
            var printed = new PrintedSample(name, report, look, "chromium", pdf);
            tree.Add($"pdf/{name}.pdf", pdf, printed.Truth(("condition", "pdf")));
            foreach (var condition in conditions)
                Scan(printed, condition, own.Child(condition.Name));
        }
    }

    private void WriteWeb(string name, Report report, Dice own)
    {
        var look = WebLook.Choose(own.Child("look"));
        if (own.Chance(0.4))
            report = report with { Pieces = [.. report.Pieces, new Piece.Paragraph($"{report.Year + 1}年1月22日")] };
        tree.Add($"html/{name}.html", WebPage.Write(report, look, own.Child("frame")),
            Expected.Write(report, report.ProseOnOnePage(), new Dictionary<string, string> { ["condition"] = "html", ["look"] = look.Name }));
    }

    private void WriteWord(string name, Report report, Dice own)
    {
        var look = WordLook.Choose(own.Child("look"));
        tree.Add($"docx/{name}.docx", WordFile.Write(report, look),
            Expected.Write(report, report.ProseOnOnePage(), new Dictionary<string, string> { ["condition"] = "docx", ["look"] = look.Name }));
    }

    private void WriteText(string name, Report report, Dice own)
    {
        var (layout, tables) = isWild ? WildTables.Choose(own.Child("wild")) : own.Pick<(string, TableText)>(
            ("tabs-far-left", TableTexts.ShiftedTabs(totalsFarLeft: true)), ("tabs", TableTexts.ShiftedTabs(totalsFarLeft: false)),
            ("pipes", TableTexts.Pipes), ("cells", TableTexts.OneCellPerLine), ("flattened", TableTexts.Flattened),
            ("fused-some", TableTexts.FlattenedAndFused(0.4, own)), ("fused-all", TableTexts.FlattenedAndFused(1, own)));
        var look = new TextLook(tables)
        {
            SpacesAroundNumbers = own.Chance(0.3),
            HalfWidthBrackets = own.Chance(0.3),
            WrapAt = layout is "flattened" or "fused-some" or "fused-all" ? own.Pick(0, 48, 60) : 0,
            SectionMarks = own.Chance(0.3) ? ["## ", "## ", "### ", "#### ", "#### ", "#### "] : null,
        };
        var bytes = new UTF8Encoding(false).GetBytes(TextReport.Write(report, look));
        tree.Add($"text/{name}.txt", bytes, Expected.Write(report, report.ProseOnOnePage(), new Dictionary<string, string> { ["condition"] = "text", ["layout"] = layout }));
    }

    private void Scan(PrintedSample printed, Condition condition, Dice own)
    {
        using var pdf = new PrintedPdf(printed.Pdf);
        tree.Add($"{condition.Name}/{printed.Name}{condition.Extension}", condition.File(pdf, printed.Report.Agency, own), printed.Truth(("condition", condition.Name)));
    }

    /// <summary>A family of the look book with another font and sizes that nobody has tuned for.</summary>
    private static HtmlLook LookFor(Dice dice)
    {
        var family = LookBook.All[dice.Next(0, LookBook.All.Count)];
        var font = dice.Chance(0.5) ? family.Font : dice.Pick<string>(Fonts);
        return family with
        {
            Font = font,
            TitleFont = dice.Chance(0.5) ? font : dice.Pick<string>(Fonts),
            Size = Math.Round(family.Size * dice.Between(0.9, 1.15), 1),
            TableSize = Math.Round(family.TableSize * dice.Between(0.95, 1.15), 1),
            SpaceBeforeRequests = dice.Pick(0, 0, 40, 90, 160),
            RepeatsHeader = dice.Chance(0.3),
            RowsMayBreak = dice.Chance(0.4),
            NumbersToTheRight = dice.Chance(0.15),
            TotalBesideApplicants = dice.Chance(0.25),
        };
    }

    private static Report ReportFor(Dice dice)
    {
        var form = dice.Chance(0.3) ? FormShape.Of2019 : dice.Chance(0.15) ? FormShape.Of2021WithOneOtherRow : FormShape.Of2021;
        var year = form.Id == FormShape.Of2019.Id ? dice.Next(2019, 2021) : form == FormShape.Of2021 ? dice.Next(2021, 2026) : dice.Next(2023, 2025);
        var taste = new FigureTaste(dice.Pick(9, 60, 700, 5000), dice.Pick(0.1, 0.4, 0.8), dice.Chance(0.25) ? dice.Next(1, 4) : 0, dice.Chance(0.25));
        var mess = LabelMess.Choose(dice.Chance(0.4) ? dice.Pick(0.15, 0.6) : 0, dice.Child("labels"));
        var figures = FigureInvention.Invent(LabelMess.Applied(form, mess), taste, dice.Child("figures"));
        if (dice.Chance(0.25))
            Zeros.ShowAs(figures, dice.Pick(Cell.Blank, Cell.Blank, Cell.Placeholder("/"), Cell.Placeholder("-")), dice.Pick(0.2, 1), dice.Child("zeros"));
        var agency = dice.Pick<string>([.. Places.OfCorpora]) + dice.Pick<string>(Offices);
        var numbering = dice.Chance(0.2) ? PartNumbering.RestartedChinese : PartNumbering.Bracketed;
        return LabelMess.Applied(ReportWriter.Write(agency, year, figures, numbering, dice.Child("prose")), mess);
    }
}
