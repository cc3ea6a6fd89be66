using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Samples;

/// <summary>The born-digital reports in samples/inbox/pdf.</summary>
internal static class PdfSamples
{
    /// <summary>A whole report on one A3 sheet, so that it can be scanned into one picture.</summary>
    private static readonly HtmlLook OneSheet = LookBook.Named("web-hairlines") with { Name = "one-sheet", Font = "WenQuanYi Zen Hei", Paper = "A3", Lines = TableLines.All, RowsMayBreak = true, Size = 10, TableSize = 8.5, LineHeight = 1.3, CellPadding = 1, Margins = "9mm 10mm", LabelWidth = "48%" };

    /// <summary>Printed only to be scanned: looks of the book with figures that are hardly ever 0.</summary>
    private static readonly HtmlLook[] ForScansOnly =
    [
        OneSheet,
        LookBook.Named("sungti-spaced") with { Name = "thin-figures", NumbersToTheRight = false },
        LookBook.Named("web-hairlines") with { Name = "sealed-figures", Font = "Noto Serif CJK SC", TotalBesideApplicants = false, RowsMayBreak = true },
    ];

    private static readonly FigureTaste Large = new(800, 0.15, 0, DropRegulations: false);

    public static async Task<IReadOnlyList<PrintedSample>> PrintAsync(Chromium browser, Dice dice, CancellationToken cancellation)
    {
        List<PrintedSample> samples = [];
        foreach (var look in LookBook.All.Concat(ForScansOnly))
        {
            var report = ReportFor(look.Name, dice);
            samples.Add(new(look.Name, report, look, "chromium", await browser.PrintAsync(HtmlReport.Write(report, look), look, cancellation)));
        }
        foreach (var (name, look) in new[] { ("writer-song", LookBook.Named("song-ruled")), ("writer-hei", LookBook.Named("hei-shaded")) })
        {
            var report = ReportFor(name, dice);
            samples.Add(new(name, report, look, "libreoffice", await LibreOffice.PrintAsync(HtmlReport.Write(report, look), cancellation)));
        }
        return samples;
    }

    public static void Write(SampleTree tree, IReadOnlyList<PrintedSample> samples)
    {
        foreach (var sample in samples.Where(sample => !ForScansOnly.Contains(sample.Look)))
            tree.Add($"pdf/{sample.Name}.pdf", sample.Pdf, sample.Truth());
    }

    private static Report ReportFor(string name, Dice dice)
    {
        var prose = dice.Child("prose/" + name);
        return name switch
        {
            "kaiti-break" => FromLibrary("hongze_2023", prose),
            "sungti-spaced" => FromLibrary("pt_htp_2024", prose),
            "heavy-frame" => FromLibrary("pt_zrz_2020", prose),
            "web-hairlines" => FromLibrary("pt_scj_2024", prose),
            "writer-song" => FromLibrary("pingtan_2020", prose),
            "song-ruled" => Invented("梅岭市人民政府办公室", 2023, FormShape.Of2021, Large, PartNumbering.Bracketed),
            "hei-shaded" => Invented("白沙县行政审批局", 2024, FormShape.Of2021, Large with { PlantedSlips = 3 }, PartNumbering.Bracketed),
            "landscape-dense" => Invented("东洲区财政局", 2022, FormShape.Of2021, Large with { LargestCell = 4000 }, PartNumbering.RestartedChinese),
            "rules-across" => Invented("西渡市教育局", 2020, FormShape.Of2019, Large, PartNumbering.Bracketed),
            "one-sheet" => Invented("北塬县农业农村局", 2021, FormShape.Of2021, Large with { LargestCell = 90, ShareOfZeros = 0.3 }, PartNumbering.Bracketed),
            "thin-figures" => Invented("秋浦市生态环境局", 2023, FormShape.Of2021, Large with { LargestCell = 300 }, PartNumbering.Bracketed),
            "sealed-figures" => Invented("宁川县住房和城乡建设局", 2022, FormShape.Of2021, Large with { PlantedSlips = 1 }, PartNumbering.Bracketed),
            _ => Invented("南屏市卫生健康委员会", 2025, FormShape.Of2021, Large with { ShareOfZeros = 0.5, DropRegulations = true }, PartNumbering.RestartedChinese),
        };

        Report Invented(string agency, int year, FormShape form, FigureTaste taste, PartNumbering numbering) =>
            ReportWriter.Write(agency, year, FigureInvention.Invent(form, taste, dice.Child("pdf/" + name)), numbering, prose);
    }

    private static Report FromLibrary(string id, Dice prose)
    {
        var entry = FigureLibrary.Named(id);
        return ReportWriter.Write(entry.Agency, entry.Year, entry.Figures, PartNumbering.Bracketed, prose);
    }
}
