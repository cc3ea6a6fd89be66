using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class FaintPrintTests
{
    private const int Width = 600;
    private const int Height = 800;
    private const double PixelsPerPoint = 2;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    public void Grain_alone_is_no_print(int grain) => Assert.False(FaintPrint.IsOn(Sheet(grain, _ => 0), PixelsPerPoint));

    [Fact]
    public void Shade_across_the_sheet_is_no_print() => Assert.False(FaintPrint.IsOn(Sheet(3, at => at.X / 8.0), PixelsPerPoint));

    [Fact]
    public void Some_specks_of_dust_are_no_print() =>
        Assert.False(FaintPrint.IsOn(Sheet(3, at => at.X % 120 < 3 && at.Y % 160 < 3 ? 120 : 0), PixelsPerPoint));

    [Theory]
    [InlineData(6)]
    [InlineData(15)]
    [InlineData(200)]
    public void Lines_of_pale_characters_are_print(int depth) =>
        Assert.True(FaintPrint.IsOn(Sheet(3, at => at.Y % 30 < 16 && at.X % 14 < 3 ? depth : 0), PixelsPerPoint));

    /// <param name="grain">Grey levels that the paper varies by to each side.</param>
    /// <param name="depth">Levels that a point is darker by.</param>
    private static GrayImage Sheet(int grain, Func<(int X, int Y), double> depth)
    {
        var sheet = new GrayImage(Width, Height);
        var state = 12345u;
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                state = unchecked(state * 1664525 + 1013904223);
                sheet[x, y] = (byte)Math.Clamp(238 + (int)(state >> 16) % (2 * grain + 1) - grain - depth((x, y)), 0, 255);
            }

        return sheet;
    }
}
