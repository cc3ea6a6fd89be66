using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr;

namespace GovReportIngest.Reading.Tests.Ocr;

public sealed class RunningTextTests
{
    private const int Em = 40;
    private const int LineHeight = 70;
    private const double PixelsPerPoint = 4;

    /// <summary>A page of lines: characters as squares with a little white between them.</summary>
    private static IEnumerable<PixelBox> Page(int lines) => Enumerable.Range(0, lines).SelectMany(line => Write(line * LineHeight, 40));

    private static IEnumerable<PixelBox> Write(int y, int characters) =>
        Enumerable.Range(0, characters).Select(i => new PixelBox(i * Em + 2, y + 2, Em - 4, Em - 4));

    /// <summary>Specks of one point so dense that no white runs from side to side, neither across nor down.</summary>
    private static IEnumerable<PixelBox> Specks(int lines) =>
        Enumerable.Range(0, lines * LineHeight / 4 * 16).Select(i => new PixelBox(i * 997 % (40 * Em), i / 16 * 4, 4, 4));

    [Fact]
    public void Lines_of_a_page_with_specks_all_over_it_come_apart()
    {
        var lines = RunningText.Lines([.. Page(12), .. Specks(12)], PixelsPerPoint);
        Assert.Equal(12, lines.Count);
        Assert.All(lines, line => Assert.InRange(line.Height, Em - 4, Em));
        Assert.All(lines, line => Assert.InRange(line.Width, 40 * Em - 4, 42 * Em));
    }

    [Fact]
    public void A_small_mark_at_the_end_of_a_line_is_part_of_it_on_a_page_with_specks()
    {
        var stop = new PixelBox(20 * Em + 8, 12 * LineHeight + Em - 8, 6, 6);
        var lines = RunningText.Lines([.. Page(12), .. Write(12 * LineHeight, 20), stop, .. Specks(12).Where(speck => speck.Y < 12 * LineHeight - 4), new(50 * Em, 0, 4, 13 * LineHeight)], PixelsPerPoint);
        Assert.Contains(lines, line => line.Y >= 12 * LineHeight && line.X + line.Width == stop.X + stop.Width);
    }

    [Fact]
    public void Lines_of_a_clean_page_are_cut_as_before()
    {
        var shapes = Page(12).ToList();
        Assert.Equal(TextPieces.Cut(shapes, PixelsPerPoint), RunningText.Lines(shapes, PixelsPerPoint));
    }
}
