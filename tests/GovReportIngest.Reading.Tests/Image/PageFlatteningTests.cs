using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Worker;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class PageFlatteningTests
{
    private const double Scale = 300 / 72.0;
    private const int Width = 1600;
    private const int Height = 1500;
    private static readonly int[] Rows = [.. Enumerable.Range(0, 11).Select(row => 200 + 100 * row)];
    private static readonly int[] Columns = [.. Enumerable.Range(0, 8).Select(column => 200 + 170 * column)];

    [Theory]
    [InlineData(30, 0, 0)]
    [InlineData(-24, 0, 0)]
    [InlineData(0, 30, 0)]
    [InlineData(0, 0, 30)]
    [InlineData(22, 20, -18)]
    public void Bowed_and_slanting_rules_of_a_grid_become_straight(double bow, double fan, double lean)
    {
        using var grey = PixImage.ToNative(Draw(bow, fan, lean));
        var rules = RulesOf(grey, FrameOf(grey));
        Assert.Equal(Rows.Length, rules.Count(rule => rule.Direction is RulingDirection.Horizontal && rule.End - rule.Start > 1150 / Scale));
        Assert.Equal(Columns.Length, rules.Count(rule => rule.Direction is RulingDirection.Vertical && rule.End - rule.Start > 950 / Scale));
    }

    [Fact]
    public void Places_on_the_flat_page_lead_back_to_where_they_were()
    {
        using var grey = PixImage.ToNative(Draw(22, 20, -18));
        var frame = FrameOf(grey);
        var rules = RulesOf(grey, frame);
        var (top, left) = (rules.Where(rule => rule.Direction is RulingDirection.Horizontal).Min(rule => rule.Position),
            rules.Where(rule => rule.Direction is RulingDirection.Vertical).Min(rule => rule.Position));
        var (x, y) = frame.ToSource(left, top);
        var (printedX, printedY) = Bent(Columns[0], Rows[0], 22, 20, -18);
        Assert.InRange(x * Scale - printedX, -5, 5);
        Assert.InRange(y * Scale - printedY, -5, 5);
    }

    [Fact]
    public void Flat_page_is_left_alone()
    {
        using var grey = PixImage.ToNative(Draw(0, 0, 0));
        Assert.Null(FrameOf(grey).Warp);
    }

    [Fact]
    public void Dots_without_lines_say_nothing()
    {
        var page = Blank();
        for (var i = 0; i < 3000; i++)
            Dot(page, 10 + i * 7919 % (Width - 20), 10 + i * 104729 % (Height - 20));
        using var grey = PixImage.ToNative(page);
        Assert.Null(FrameOf(grey).Warp);
    }

    [Fact]
    public void Warp_crosses_to_the_main_process_unchanged()
    {
        using var grey = PixImage.ToNative(Draw(22, 20, -18));
        var page = new ReadPage { Number = 1, SourcePage = 1, Reading = PageReading.Ocr, Why = "image", Frame = FrameOf(grey) };
        Assert.NotNull(page.Frame.Warp);
        var received = PageMessage.From(page).ToPage().Frame;
        Assert.Equal(page.Frame.ToSource(123.4, 210.9), received.ToSource(123.4, 210.9));
    }

    private static PageFrame FrameOf(Pix grey)
    {
        using var binary = StraightPage.Threshold(grey, Scale);
        return PageFrame.Identity with { Warp = PageFlattening.Find(binary, Scale) };
    }

    private static IReadOnlyList<Ruling> RulesOf(Pix grey, PageFrame frame)
    {
        using var flat = PageFlattening.Flatten(grey, frame, Scale);
        using var binary = StraightPage.Threshold(flat, Scale);
        return RulingFinder.Find(PixImage.ToManaged(flat), binary, Scale);
    }

    /// <summary>Where a point of the print stands: lines bowed by so many pixels in their middle, fanning out towards the foot, columns leaning more to the right.</summary>
    private static (double X, double Y) Bent(double x, double y, double bow, double fan, double lean)
    {
        var (u, v) = (x / Width - 0.5, y / Height - 0.5);
        return (x + lean * 2 * v * (0.4 + u), y + bow * (1 - 4 * u * u) + fan * 2 * u * (0.4 + v));
    }

    private static GrayImage Draw(double bow, double fan, double lean)
    {
        var page = Blank();
        foreach (var row in Rows)
            for (var x = Columns[0]; x <= Columns[^1]; x++)
                Point(x, row);
        foreach (var column in Columns)
            for (var y = Rows[0]; y <= Rows[^1]; y++)
                Point(column, y);
        return page;

        void Point(int x, int y)
        {
            var (toX, toY) = Bent(x, y, bow, fan, lean);
            Dot(page, (int)Math.Round(toX), (int)Math.Round(toY));
        }
    }

    private static GrayImage Blank()
    {
        var page = new GrayImage(Width, Height);
        page.Pixels.AsSpan().Fill(235);
        return page;
    }

    private static void Dot(GrayImage page, int x, int y)
    {
        for (var dy = -1; dy <= 1; dy++)
            for (var dx = -1; dx <= 1; dx++)
                page[x + dx, y + dy] = 30;
    }
}
