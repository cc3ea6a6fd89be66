using System.Text;
using GovReportIngest.SampleGenerator.Docx;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.SampleGenerator.Scans;

namespace GovReportIngest.SampleGenerator.Samples;

/// <summary>The scans in samples/inbox/scan, made from the printed samples; samples/README.md says what each shows.</summary>
internal sealed class ScanSamples(SampleTree tree, IReadOnlyList<PrintedSample> printed, Dice dice)
{
    /// <summary>A text of a word processor whose largest table is a picture.</summary>
    public static async Task WritePictureAsync(SampleTree tree, Chromium browser, Dice dice, CancellationToken cancellation)
    {
        const string name = "table-picture";
        var look = new HtmlLook("picture", "Noto Serif CJK SC") { TableSize = 9, CellPadding = 2.5, Paper = "A3", Margins = "15mm 60mm" };
        var figures = FigureInvention.Invent(FormShape.Of2021, new FigureTaste(90, 0.5, PlantedSlips: 0, DropRegulations: false), dice.Child(name));
        var report = ReportWriter.Write("漳溪县民政局", 2022, figures, PartNumbering.Bracketed, dice.Child(name + "/prose"));
        var picture = await TablePrint.PictureAsync(browser, "requests", figures, look, dpi: 200, cancellation);
        var file = WordFile.Write(report, new(WordHeadings.Looks, look) { Pictures = new Dictionary<string, TablePicture> { ["requests"] = picture } });
        tree.Add($"scan/{name}.docx", file, Expected.Write(report, text: null, new Dictionary<string, string> { ["condition"] = "picture-in-docx", ["look"] = look.Name }));
    }

    public void Write()
    {
        OneSheet("one-sheet");
        InOneFile("office-300", "song-ruled", "scan300");
        InOneFile("skewed-200", "landscape-dense", "skewed200");
        InOneFile("thin-200", "thin-figures", "thin200");
        InOneFile("office-150", "rules-across", "scan150");
        InOneFile("sealed-300", "sealed-figures", "sealed300");
        InOneFile("copied-bilevel-300", "heavy-frame", "bilevel300");
        InOneFile("rotated-200", "writer-hei", "rotated200");
        InOneFile("fax-204x98", "kaiti-break", "fax");
        InOneFile("fax-dense-204x98", "rules-across", "fax");
        Folder("shaded-200", "hei-shaded", "shaded200", (page, index) => ($"page{index + 1}.jpg", ImageBytes.Jpeg(page, PixelKind.Grey, 60)));
        Folder("mixed-formats", "writer-song", "showthrough200", Mixed);
        WithTextLayer("wrong-text-layer", "hei-shaded");
        Hybrid("hybrid", "song-ruled", scannedPage: 1);
    }

    private PrintedSample Printed(string name) => printed.First(sample => sample.Name == name);

    private void InOneFile(string name, string from, string condition)
    {
        var (sample, way) = (Printed(from), Condition.Named(condition));
        using var pdf = new PrintedPdf(sample.Pdf);
        tree.Add($"scan/{name}{way.Extension}", way.File(pdf, sample.Report.Agency, dice.Child(name)), sample.Truth(("condition", condition)));
    }

    private void Folder(string name, string from, string condition, Func<Raster, int, (string, byte[])> write)
    {
        var sample = Printed(from);
        using var pdf = new PrintedPdf(sample.Pdf);
        var pages = Condition.Named(condition).Pages(pdf, sample.Report.Agency, dice.Child(name)).Select(write).ToArray();
        tree.AddFolder($"scan/{name}", pages, sample.Truth(("condition", condition)));
    }

    /// <summary>What several clerks with several programs leave in one folder.</summary>
    private static (string, byte[]) Mixed(Raster page, int index) => (index % 5) switch
    {
        0 => ($"第{index + 1}页.webp", ImageBytes.WebP(page, 70)),
        1 => ($"第{index + 1}页.jp2", ImageBytes.Jp2(page, PixelKind.Grey, 34)),
        2 => ($"第{index + 1}页.png", ImageBytes.Png(Bilevel.Local(page, 0.2), PixelKind.Bilevel)),
        3 => ($"第{index + 1}页.bmp", ImageBytes.Bmp(Bilevel.Local(page, 0.2), PixelKind.Bilevel)),
        _ => ($"第{index + 1}页.jpg", ImageBytes.Jpeg(page, PixelKind.Grey, 70)),
    };

    /// <summary>The scanner's own OCR lies invisibly over the picture and has every twentieth digit wrong.</summary>
    private void WithTextLayer(string name, string from)
    {
        var (sample, way) = (Printed(from), Condition.Named("scan200"));
        using var pdf = new PrintedPdf(sample.Pdf);
        var errors = dice.Child(name + "/errors");
        var pages = way.Pages(pdf, sample.Report.Agency, dice.Child(name))
            .Select((page, index) => way.PdfPage(page, [.. pdf.Characters(index).Select(c => c with { Character = Misread(c.Character, errors) })]));
        tree.Add($"scan/{name}.pdf", ScanPdf.Write([.. pages]), sample.Truth(("condition", "scan200"), ("textLayer", "wrong-digits")));
    }

    private static Rune Misread(Rune character, Dice errors) =>
        Rune.IsDigit(character) && errors.Chance(0.05) ? new Rune('0' + errors.Next(0, 10)) : character;

    private void Hybrid(string name, string from, int scannedPage)
    {
        var sample = Printed(from);
        using var pdf = new PrintedPdf(sample.Pdf);
        var scan = Condition.Named("scan200").Scan(new Sheet(pdf, scannedPage, sample.Report.Agency), dice.Child(name));
        tree.Add($"scan/{name}.pdf", HybridPdf.Write(pdf, scannedPage, scan), sample.Truth(("condition", "scan200"), ("scannedPage", $"{scannedPage + 1}")));
    }

    private void OneSheet(string name)
    {
        var sample = Printed("one-sheet");
        using var pdf = new PrintedPdf(sample.Pdf);
        if (pdf.Pages != 1)
            throw new InvalidOperationException($"{name} takes {pdf.Pages} sheets; make its look smaller.");
        var page = Bilevel.Local(Condition.Named("scan200").Scan(new Sheet(pdf, 0, sample.Report.Agency), dice.Child(name)), 0.15);
        tree.Add($"scan/{name}.png", ImageBytes.Png(page, PixelKind.Bilevel), sample.Truth(("condition", "scan200")));
    }
}
