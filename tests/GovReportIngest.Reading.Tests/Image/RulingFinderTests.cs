using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class RulingFinderTests
{
    private const double Scale = 300.0 / 72;

    private static GrayImage Paper()
    {
        var page = new GrayImage(1600, 1200);
        Array.Fill(page.Pixels, (byte)255);
        return page;
    }

    /// <summary>Points in, pixels drawn.</summary>
    private static void Fill(GrayImage page, double left, double top, double right, double bottom)
    {
        for (var y = (int)(top * Scale); y < bottom * Scale; y++)
            for (var x = (int)(left * Scale); x < right * Scale; x++)
                page[x, y] = 0;
    }

    /// <summary>Three rows and three columns between (50, 50) and (350, 200).</summary>
    private static GrayImage Grid()
    {
        var page = Paper();
        for (var row = 0; row <= 3; row++)
            Fill(page, 50, 50 + 50 * row, 350, 50.7 + 50 * row);
        for (var column = 0; column <= 3; column++)
            Fill(page, 50 + 100 * column, 50, 50.7 + 100 * column, 200.7);
        return page;
    }

    private static IReadOnlyList<Ruling> Find(GrayImage page)
    {
        using var grey = PixImage.ToNative(page);
        using var binary = PixImage.Checked(Leptonica.pixThresholdToBinary(grey, 128), "pixThresholdToBinary");
        return RulingFinder.Find(PixImage.ToManaged(grey), binary, Scale);
    }

    private static List<(int Position, int Start, int End)> Rounded(IEnumerable<Ruling> rules, RulingDirection direction) =>
    [
        .. rules.Where(rule => rule.Direction == direction)
            .Select(rule => ((int)Math.Round(rule.Position), (int)Math.Round(rule.Start), (int)Math.Round(rule.End)))
            .Order(),
    ];

    [Fact]
    public void Every_rule_of_a_grid_is_found_where_it_is()
    {
        var rules = Find(Grid());
        Assert.Equal([50, 100, 150, 200], Rounded(rules, RulingDirection.Horizontal).Select(rule => rule.Position));
        Assert.Equal([50, 150, 250, 350], Rounded(rules, RulingDirection.Vertical).Select(rule => rule.Position));
        Assert.All(rules, rule => Assert.Equal(rule.Direction is RulingDirection.Horizontal ? 300 : 150, rule.End - rule.Start, 3.0));
    }

    [Fact]
    public void Strokes_of_large_type_are_no_rules()
    {
        var page = Grid();
        for (var i = 0; i < 12; i++)
        {
            Fill(page, 60 + 24 * i, 20, 80 + 24 * i, 22);
            Fill(page, 69 + 24 * i, 12, 71 + 24 * i, 34);
        }

        Assert.Equal(Rounded(Find(Grid()), RulingDirection.Horizontal), Rounded(Find(page), RulingDirection.Horizontal));
        Assert.Equal(Rounded(Find(Grid()), RulingDirection.Vertical), Rounded(Find(page), RulingDirection.Vertical));
    }

    [Fact]
    public void A_rule_that_ends_beside_names_is_not_drawn_on_through_their_strokes()
    {
        var page = Paper();
        foreach (var y in new[] { 50, 140, 160 })
            Fill(page, 50, y, 350, y + 0.7);
        foreach (var x in new[] { 50, 350 })
            Fill(page, x, 50, x + 0.7, 160.7);
        Fill(page, 150, 95, 350, 95.7);
        for (var x = 58; x < 140; x += 12)
        {
            foreach (var y in new[] { 90.0, 95, 100 })
                Fill(page, x, y, x + 6, y + 1);
            foreach (var stem in new[] { 1, 4 })
                Fill(page, x + stem, 90, x + stem + 1, 101);
        }

        Assert.Contains(Rounded(Find(page), RulingDirection.Horizontal), rule => rule is { Position: 95, Start: > 145 });
    }

    [Theory]
    [InlineData(120, 190)]
    [InlineData(50, 140)]
    [InlineData(255, 350)]
    public void A_rule_that_the_scanner_lost_for_a_stretch_is_mended(double from, double to)
    {
        var page = Grid();
        for (var y = (int)(99 * Scale); y < 102 * Scale; y++)
            for (var x = (int)((from + 1) * Scale); x < (to - 1) * Scale; x++)
                page[x, y] = 255;
        Assert.Contains(Find(page), rule => rule.Direction is RulingDirection.Horizontal
            && Math.Abs(rule.Position - 100) < 1 && rule.Start < 53 && rule.End > 347);
    }

    [Fact]
    public void A_rule_that_ends_at_another_is_left_as_long_as_it_is()
    {
        var page = Paper();
        Fill(page, 50, 50, 350, 50.7);
        Fill(page, 50, 150, 350, 150.7);
        foreach (var x in new double[] { 50, 150, 350 })
            Fill(page, x, 50, x + 0.7, 150.7);
        Fill(page, 150, 100, 350, 100.7);
        var across = Find(page).Where(rule => rule.Direction is RulingDirection.Horizontal).OrderBy(rule => rule.Position).ToList();
        Assert.Equal([50.0, 100, 150], across.Select(rule => Math.Round(rule.Position)));
        double[] starts = [50, 150, 50];
        for (var i = 0; i < 3; i++)
        {
            // The ridge map is smoothed over 1.5 points along the rule.
            Assert.Equal(starts[i], across[i].Start, 1.5);
            Assert.Equal(350, across[i].End, 1.5);
        }
    }

    /// <summary>Three columns; the rule at 100 is whole in the second and third only.</summary>
    private static GrayImage GridWithoutFirstBorder()
    {
        var page = Grid();
        for (var y = (int)(99 * Scale); y < 102 * Scale; y++)
            for (var x = (int)(51.5 * Scale); x < 149.5 * Scale; x++)
                page[x, y] = 255;
        return page;
    }

    private static bool HasFirstBorder(GrayImage page) =>
        Find(page).Any(rule => rule.Direction is RulingDirection.Horizontal && Math.Abs(rule.Position - 100) < 1.5 && rule.Start < 55);

    [Fact]
    public void A_rule_worn_to_strewn_dashes_is_put_back()
    {
        var page = GridWithoutFirstBorder();
        for (var i = 0; i < 6; i++)
            Fill(page, 54 + 15 * i, 100, 58 + 15 * i, 100.7);
        Assert.True(HasFirstBorder(page));
    }

    [Fact]
    public void A_placeholder_on_the_line_of_a_rule_does_not_cut_its_cell()
    {
        var page = GridWithoutFirstBorder();
        Fill(page, 93, 100, 107, 100.9);
        Assert.False(HasFirstBorder(page));
    }

    [Fact]
    public void Text_on_the_line_of_a_rule_does_not_cut_its_cell()
    {
        var page = GridWithoutFirstBorder();
        for (var i = 0; i < 6; i++)
        {
            for (var stroke = 0; stroke < 5; stroke++)
                Fill(page, 61 + 13 * i, 95.4 + 2.3 * stroke, 70 + 13 * i, 96.2 + 2.3 * stroke);
            Fill(page, 61 + 13 * i, 95.4, 61.9 + 13 * i, 105.4);
            Fill(page, 69.1 + 13 * i, 95.4, 70 + 13 * i, 105.4);
        }

        Assert.False(HasFirstBorder(page));
    }

    [Fact]
    public void A_stroke_that_nearly_fills_a_tight_row_is_no_side_of_a_cell()
    {
        var page = Paper();
        for (var row = 0; row <= 4; row++)
            Fill(page, 50, 50 + 15 * row, 350, 50.7 + 15 * row);
        foreach (var x in new double[] { 50, 200, 350 })
            Fill(page, x, 50, x + 0.7, 110.7);
        Fill(page, 120, 67.5, 121, 78);
        Fill(page, 260, 65, 260.7, 80.7);
        var sides = Find(page).Where(rule => rule.Direction is RulingDirection.Vertical).Select(rule => (int)Math.Round(rule.Position)).Order();
        Assert.Equal([50, 200, 260, 350], sides);
    }

    [Fact]
    public void A_side_of_a_cell_is_found_though_a_stroke_stands_in_its_line_above()
    {
        var page = Paper();
        foreach (var y in new[] { 50, 70, 95 })
            Fill(page, 50, y, 350, y + 0.7);
        foreach (var x in new double[] { 50, 350 })
            Fill(page, x, 50, x + 0.7, 95.7);
        Fill(page, 200, 70, 200.7, 95.7);
        Fill(page, 200, 57, 200.7, 66);
        for (var stroke = 0; stroke < 4; stroke++)
            Fill(page, 196, 57 + 2.5 * stroke, 205, 58.2 + 2.5 * stroke);
        var side = Assert.Single(Find(page), rule => rule.Direction is RulingDirection.Vertical && Math.Abs(rule.Position - 200) < 1.5);
        Assert.Equal(70, side.Start, 1.5);
        Assert.Equal(95, side.End, 1.5);
    }

    [Fact]
    public void A_side_of_a_cell_ends_at_its_line_though_a_stroke_of_the_next_row_goes_on_from_there()
    {
        var page = Paper();
        foreach (var y in new double[] { 50, 70, 80.5 })
            Fill(page, 50, y, 350, y + 0.7);
        foreach (var x in new double[] { 50, 350 })
            Fill(page, x, 50, x + 0.7, 81);
        Fill(page, 200, 50, 200.7, 70);
        Fill(page, 200, 71, 200.7, 77.6);
        var side = Assert.Single(Find(page), rule => rule.Direction is RulingDirection.Vertical && Math.Abs(rule.Position - 200) < 1.5);
        Assert.Equal(70, side.End, 1.5);
    }

    [Fact]
    public void Sides_of_a_row_lower_than_strokes_are_found_and_strokes_in_it_are_not()
    {
        var page = Paper();
        foreach (var y in new double[] { 50, 59.5 })
            Fill(page, 50, y, 350, y + 0.5);
        for (var x = 50; x <= 350; x += 60)
            Fill(page, x, 50, x + 0.5, 60);
        for (var x = 80; x <= 320; x += 60)
            Fill(page, x, 51.7, x + 0.9, 57.6);
        var sides = Find(page).Where(rule => rule.Direction is RulingDirection.Vertical).Select(rule => (int)Math.Round(rule.Position)).Order();
        Assert.Equal([50, 110, 170, 230, 290, 350], sides);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sides_of_a_row_that_a_page_break_left_open_reach_to_its_end(bool isOpenAbove)
    {
        var page = Paper();
        foreach (var y in new double[] { 80, 100 })
            Fill(page, 50, y, 350, y + 0.7);
        var (top, bottom) = isOpenAbove ? (60, 100.7) : (80, 120.7);
        for (var x = 50; x <= 350; x += 60)
            Fill(page, x, top, x + 0.7, bottom);
        Fill(page, 82, isOpenAbove ? 66 : 102, 82.9, isOpenAbove ? 78.5 : 114); // A stroke in the open row.

        var rules = Find(page);

        var sides = Rounded(rules, RulingDirection.Vertical);
        Assert.Equal([50, 110, 170, 230, 290, 350], sides.Select(side => side.Position));
        Assert.All(sides, side => Assert.Equal((top, bottom), ((double)side.Start, (double)side.End), (one, other) => Math.Abs(one.Item1 - other.Item1) <= 2 && Math.Abs(one.Item2 - other.Item2) <= 2));
        var edge = Assert.Single(CutRows.Edges(rules));
        Assert.Equal(isOpenAbove ? top : bottom, edge.Position, 1.5);
        Assert.Empty(CutRows.Edges(Find(Grid())));
    }

    [Theory]
    [InlineData(60, 130)]
    [InlineData(51, 130)]
    public void A_line_of_bold_print_in_a_cell_is_no_rule(double from, double to)
    {
        var page = Grid();
        Fill(page, from, 75, to, 76);
        Assert.Contains(75, Rounded(Find(page), RulingDirection.Horizontal).Select(rule => rule.Position));
        for (var x = from; x < to - 1; x += 2)
            Fill(page, x, 72, x + 1.2, 79);
        Assert.Equal([50, 100, 150, 200], Rounded(Find(page), RulingDirection.Horizontal).Select(rule => rule.Position));
    }

    [Fact]
    public void Cells_are_the_spaces_between_rules()
    {
        using var grey = PixImage.ToNative(Grid());
        using var mask = PixImage.Checked(Leptonica.pixCreate(1600, 1200, 1), "pixCreate");
        var binary = PixImage.Checked(Leptonica.pixThresholdToBinary(grey, 128), "pixThresholdToBinary");
        using var page = new RepairedPage(PixImage.ToGrey(grey), binary)
        {
            PixelsPerPoint = Scale,
            Frame = PageFrame.Identity,
            SourceSize = (384, 288),
            Dpi = (300, 300),
            DpiIsAssumed = false,
            Rotation = 0,
            SkewDegrees = 0,
        };
        using var drawn = RulingMask.Draw(page, RulingFinder.Find(PixImage.ToManaged(grey), binary, Scale));
        Assert.Equal(9, TableCells.Find(drawn, Scale).Count);
        Assert.Empty(TableCells.Find(mask, Scale));
    }
}
