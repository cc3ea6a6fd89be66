using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;
using GovReportIngest.TestKit;

namespace GovReportIngest.Reading.Tests.Ocr;

public sealed class FramedLineTests : IDisposable
{
    private const int Border = 12;
    private const double PixelsPerPoint = 200 / 72d;

    private readonly TesseractEngine engine = TesseractEngine.Start("chi_sim");

    public FramedLineTests() => engine.Set("thresholding_method", "2");

    public void Dispose() => engine.Dispose();

    private string Read(Pix line) => string.Concat(FramedLine.Recognise(engine, line, Border, PixelsPerPoint).Select(symbol => symbol.Text));

    [Fact]
    public void A_heading_whose_first_character_the_engine_takes_for_a_rule_is_read()
    {
        using var scan = PixImage.Checked(PixImage.Decode(File.ReadAllBytes(Repository.PathOf("samples", "inbox", "scan", "one-sheet.png")))!, "Decode");
        using var grey = PixImage.ToGrey(scan);
        using var heading = PixImage.Clip(grey, 140, 165, 230, 70)!;
        Assert.Equal("一、总体情况", Read(heading));
    }

    [Fact]
    public void A_piece_of_an_upright_rule_is_no_text()
    {
        var image = new GrayImage(4 + 2 * Border, 80 + 2 * Border);
        Array.Fill(image.Pixels, (byte)255);
        for (var y = Border; y < Border + 80; y++)
            for (var x = Border; x < Border + 4; x++)
                image[x, y] = 0;
        using var rule = PixImage.ToNative(image);
        Assert.Equal("", Read(rule));
    }
}
