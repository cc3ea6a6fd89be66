using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Scans.Degradations;

namespace GovReportIngest.SampleGenerator.Scans;

/// <summary>One page on its way through a scanner: everything that a degradation may ask for.</summary>
internal sealed record Sheet(PrintedPdf Pdf, int Index, string Agency)
{
    public int Pages => Pdf.Pages;
}

internal enum ScanContainer
{
    Pdf,
    TiffG4,
}

/// <summary>A way of scanning, by name: from a printed page to the picture that a scanner delivers.</summary>
internal sealed record Condition(string Name, Func<Sheet, Dice, Raster> Scan)
{
    public ScanContainer Container { get; init; } = ScanContainer.Pdf;

    public PixelKind Pixels { get; init; } = PixelKind.Grey;

    public int JpegQuality { get; init; } = 75;

    public string Extension => Container == ScanContainer.Pdf ? ".pdf" : ".tif";

    public static IReadOnlyList<Condition> All { get; } =
    [
        new("scan300", (sheet, dice) => Office(sheet, 300, 0.4, dice)),
        new("scan200", (sheet, dice) => Office(sheet, 200, 0.7, dice)) { JpegQuality = 70 },
        new("scan150", (sheet, dice) => Office(sheet, 150, 0.5, dice)) { JpegQuality = 65 },
        new("skewed200", (sheet, dice) => Skewed(sheet, dice)) { JpegQuality = 55 },
        new("shaded200", Shaded) { JpegQuality = 60 },
        new("sealed300", Sealed) { Pixels = PixelKind.Colour, JpegQuality = 60 },
        new("thin200", Thin) { JpegQuality = 65 },
        new("showthrough200", ShowThrough),
        new("bilevel300", Copied) { Container = ScanContainer.TiffG4 },
        new("rotated200", Rotated) { Container = ScanContainer.TiffG4 },
        new("fax", Fax) { Container = ScanContainer.TiffG4 },
        new("office150", (sheet, dice) => Office(sheet, 150, 1, dice)) { JpegQuality = 50 },
        new("photocopy200", Photocopy) { JpegQuality = 60 },
        new("tilted200", Tilted) { JpegQuality = 70 },
        new("phone200", Phone) { Pixels = PixelKind.Colour, JpegQuality = 70 },
        new("penned200", Penned) { Pixels = PixelKind.Colour, JpegQuality = 75 },
    ];

    public static Condition Named(string name) =>
        All.FirstOrDefault(condition => condition.Name == name)
        ?? PoorScans.Named(name)
        ?? throw new ArgumentException($"No condition {name}; there are: {string.Join(", ", All.Select(c => c.Name))}, and by strength {PoorScans.Names}");

    /// <summary>All pages of a printed report in this condition, as one file.</summary>
    public byte[] File(PrintedPdf pdf, string agency, Dice dice)
    {
        var pages = Pages(pdf, agency, dice);
        return Container == ScanContainer.TiffG4 ? ImageBytes.TiffG4([.. pages]) : ScanPdf.Write([.. pages.Select(page => PdfPage(page, []))]);
    }

    public IEnumerable<Raster> Pages(PrintedPdf pdf, string agency, Dice dice) =>
        Enumerable.Range(0, pdf.Pages).Select(index => Scan(new Sheet(pdf, index, agency), dice.Child($"page/{index}")));

    public ScanPdfPage PdfPage(Raster page, IReadOnlyList<LayerCharacter> layer) =>
        new(ImageBytes.Jpeg(page, Pixels, JpegQuality), page.Width, page.Height, Pixels, page.Width * 72 / page.DpiX, page.Height * 72 / page.DpiY, layer);

    /// <summary>A well kept office scanner: slightly crooked, soft, a little grain.</summary>
    private static Raster Office(Sheet sheet, int dpi, double mostSkew, Dice dice)
    {
        var page = Ink.Spread(sheet.Pdf.Render(sheet.Index, dpi), dice.Between(0, 0.3));
        page = Geometry.Skew(page, dice.Between(-mostSkew, mostSkew));
        page = Paper.Texture(Ink.Blur(page, dpi / 400.0), 0.4, 0, dice.Child("paper"));
        return Paper.Noise(page, 2.5, dice.Child("noise"));
    }

    private static Raster Skewed(Sheet sheet, Dice dice)
    {
        var degrees = dice.Between(1.2, 3) * (dice.Chance(0.5) ? 1 : -1);
        var page = Ink.Blur(Geometry.Skew(sheet.Pdf.Render(sheet.Index, 200), degrees), 0.7);
        return Paper.Noise(Paper.Texture(page, 0.7, 0, dice.Child("paper")), 4, dice.Child("noise"));
    }

    private static Raster Shaded(Sheet sheet, Dice dice)
    {
        var page = Geometry.Skew(sheet.Pdf.Render(sheet.Index, 200), dice.Between(-1.2, 1.2));
        page = Paper.Texture(Ink.Blur(page, 0.6), 1, 0, dice.Child("paper"));
        page = Paper.Shade(page, dice.Between(0.45, 0.7), sheet.Index % 2 == 0, dice.Child("light"));
        return Paper.Noise(page, 4, dice.Child("noise"));
    }

    /// <summary>The seal stands low on the last page, and once over numbers of a table.</summary>
    private static Raster Sealed(Sheet sheet, Dice dice)
    {
        var page = sheet.Pdf.Render(sheet.Index, 300);
        if (sheet.Index == sheet.Pages - 1)
            page = Seal.Press(page, sheet.Agency, dice.Between(0.6, 0.75), dice.Between(0.3, 0.45), dice.Child("seal"));
        else if (sheet.Index == sheet.Pages - 2)
            page = Seal.Press(page, sheet.Agency, dice.Between(0.55, 0.8), dice.Between(0.4, 0.7), dice.Child("seal"));
        page = Ink.Blur(Geometry.Skew(page, dice.Between(-0.5, 0.5)), 0.8);
        return Paper.Noise(Paper.Texture(page, 0.6, 1, dice.Child("paper")), 3, dice.Child("noise"));
    }

    private static Raster Thin(Sheet sheet, Dice dice)
    {
        var page = Ink.Fade(Ink.Spread(sheet.Pdf.Render(sheet.Index, 200), -0.3), 0.45, dice.Child("toner"));
        page = Geometry.Skew(page, dice.Between(-0.6, 0.6));
        return Paper.Noise(Paper.Texture(page, 0.5, 0.4, dice.Child("paper")), 3, dice.Child("noise"));
    }

    private static Raster ShowThrough(Sheet sheet, Dice dice)
    {
        var back = sheet.Pdf.Render((sheet.Index + 1) % sheet.Pages, 200);
        var page = Paper.ShowThrough(sheet.Pdf.Render(sheet.Index, 200), back, 0.16);
        page = Ink.Blur(Geometry.Skew(page, dice.Between(-0.5, 0.5)), 0.6);
        return Paper.Noise(Paper.Texture(page, 0.8, 0.6, dice.Child("paper")), 3, dice.Child("noise"));
    }

    /// <summary>A copy of a copy, black and white: spread ink, dust, the black band of an open lid.</summary>
    private static Raster Copied(Sheet sheet, Dice dice)
    {
        var page = Ink.Blur(Ink.Spread(sheet.Pdf.Render(sheet.Index, 300), 0.5), 1.1);
        page = Geometry.Skew(page, dice.Between(-0.8, 0.8));
        page = Paper.Speckles(Paper.Noise(page, 10, dice.Child("noise")), 350, dice.Child("dust"));
        page = Paper.ScannerBorder(page, dice.Between(0.05, 0.2), dice.Child("lid"));
        return Bilevel.Threshold(page, dice.Next(140, 170));
    }

    /// <summary>A filed sheet, copied with the lid open and a full drum, the copy scanned in grey.</summary>
    private static Raster Photocopy(Sheet sheet, Dice dice)
    {
        var page = Ink.Blur(Ink.Spread(sheet.Pdf.Render(sheet.Index, 200), dice.Between(0.4, 0.7)), 0.8);
        page = Copier.OnOpenGlass(Copier.Punched(page, dice.Child("holes")), dice.Child("glass"));
        page = Copier.Contrast(Paper.Noise(page, 14, dice.Child("copy")), dice.Between(150, 180), 14);
        page = Paper.Speckles(Copier.Scratches(page, dice.Next(0, 5), dice.Child("drum")), 250, dice.Child("dust"));
        return Paper.Noise(Paper.Texture(Ink.Blur(page, 0.5), 0.5, 0, dice.Child("paper")), 3, dice.Child("noise"));
    }

    /// <summary>Laid on a large glass without care, so far askew as people leave it.</summary>
    private static Raster Tilted(Sheet sheet, Dice dice)
    {
        var degrees = dice.Between(4, 15) * (dice.Chance(0.5) ? 1 : -1);
        var page = Ink.Blur(Geometry.OnLargeGlass(sheet.Pdf.Render(sheet.Index, 200), degrees), 0.5);
        return Paper.Noise(Paper.Texture(page, 0.4, 0, dice.Child("paper")), 3, dice.Child("noise"));
    }

    /// <summary>Taken by hand over a desk: perspective, curl, a desk around the sheet, light from one side.</summary>
    private static Raster Phone(Sheet sheet, Dice dice)
    {
        var sharp = Ink.Blur(sheet.Pdf.Render(sheet.Index, 300), 0.8);
        var picture = new Photo(dice.Child("camera")).Take(Paper.Texture(sharp, 0.5, 0.3, dice.Child("paper")), 200, dice.Child("desk"));
        return Paper.Noise(Photo.Lit(picture, dice.Child("light")), 4, dice.Child("noise"));
    }

    /// <summary>Somebody corrected figures by pen before the sheet was scanned.</summary>
    private static Raster Penned(Sheet sheet, Dice dice)
    {
        var page = Pen.Correct(sheet.Pdf.Render(sheet.Index, 200), sheet.Pdf.Characters(sheet.Index), 0.08, dice.Child("pen"));
        page = Paper.Texture(Ink.Blur(Geometry.Skew(page, dice.Between(-0.7, 0.7)), 0.5), 0.4, 0, dice.Child("paper"));
        return Paper.Noise(page, 2.5, dice.Child("noise"));
    }

    /// <summary>Sheets fed in the wrong way: every second on its head, every third on its side.</summary>
    private static Raster Rotated(Sheet sheet, Dice dice)
    {
        var page = Ink.Blur(Geometry.Skew(sheet.Pdf.Render(sheet.Index, 200), dice.Between(-0.4, 0.4)), 0.5);
        page = Bilevel.Local(Paper.Noise(page, 5, dice.Child("noise")), 0.15);
        return Geometry.Quarters(page, (sheet.Index % 3) switch { 0 => 0, 1 => 2, _ => 1 });
    }

    /// <summary>Group 3 standard resolution: 204 × 98 dots an inch.</summary>
    private static Raster Fax(Sheet sheet, Dice dice)
    {
        var page = Geometry.Skew(Ink.Blur(sheet.Pdf.Render(sheet.Index, 300), 0.9), dice.Between(-0.5, 0.5));
        page = Paper.Noise(Geometry.Resample(page, 204, 98), 8, dice.Child("noise"));
        return Paper.Speckles(Bilevel.Threshold(page, 165), 60, dice.Child("dust"));
    }
}
