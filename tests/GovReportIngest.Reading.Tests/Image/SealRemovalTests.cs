using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed unsafe class SealRemovalTests
{
    private const int Side = 240;

    private static readonly (int Red, int Green, int Blue) Paper = (246, 240, 214);

    public static TheoryData<int, int, int> Inks => new() { { 219, 26, 36 }, { 30, 60, 200 }, { 150, 20, 120 } };

    [Theory]
    [MemberData(nameof(Inks))]
    public void Seal_on_paper_becomes_paper(int red, int green, int blue)
    {
        using var page = Draw((x, _) => x is >= 60 and < 120 ? (red, green, blue) : null);
        var grey = GreyOf(page);
        for (var x = 50; x < 130; x++)
            Assert.InRange(grey[x, 30], 210, 255);
    }

    [Theory]
    [MemberData(nameof(Inks))]
    public void Print_under_a_seal_stays_as_dark_as_beside_it(int red, int green, int blue)
    {
        using var page = Draw((x, _) => x is >= 60 and < 120 ? (red, green, blue) : null, printedRow: 100);
        var grey = GreyOf(page);
        Assert.InRange(grey[20, 101], 20, 60);
        for (var x = 64; x < 116; x++)
            Assert.InRange(grey[x, 101], 0, 90);
    }

    [Fact]
    public void Unevenly_pressed_seal_leaves_no_outline()
    {
        using var page = Draw((x, y) => x is >= 60 and < 120 ? Mixed((219, 26, 36), 0.5 + 0.5 * y / Side) : null);
        var grey = GreyOf(page);
        for (var y = 5; y < Side - 5; y++)
            for (var x = 50; x < 130; x++)
                Assert.InRange(grey[x, y], 205, 255);
    }

    [Fact]
    public void Page_without_colour_keeps_its_brightness()
    {
        using var page = Draw((_, _) => null, printedRow: 100);
        var grey = GreyOf(page);
        Assert.Equal((Paper.Red * 77 + Paper.Green * 150 + Paper.Blue * 29) >> 8, grey[10, 10]);
        Assert.InRange(grey[10, 101], 20, 60);
    }

    private static (int Red, int Green, int Blue) Mixed((int Red, int Green, int Blue) ink, double amount) =>
        ((int)(255 - amount * (255 - ink.Red)), (int)(255 - amount * (255 - ink.Green)), (int)(255 - amount * (255 - ink.Blue)));

    private static GrayImage GreyOf(Pix page)
    {
        using var grey = SealRemoval.ToGrey(page);
        return PixImage.ToManaged(grey);
    }

    /// <summary>Paper with a printed bar of three rows, and ink over both that lets a share of each channel through.</summary>
    private static Pix Draw(Func<int, int, (int Red, int Green, int Blue)?> inkAt, int printedRow = -10)
    {
        var page = PixImage.Checked(Leptonica.pixCreate(Side, Side, 32), "pixCreate");
        var pixels = Leptonica.pixGetData(page);
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
            {
                var print = y >= printedRow && y < printedRow + 3 ? 0.15 : 1;
                var (red, green, blue) = inkAt(x, y) ?? (255, 255, 255);
                pixels[y * Leptonica.pixGetWpl(page) + x] =
                    (uint)(Paper.Red * print * red / 255) << 24 | (uint)(Paper.Green * print * green / 255) << 16 | (uint)(Paper.Blue * print * blue / 255) << 8;
            }

        return page;
    }
}
