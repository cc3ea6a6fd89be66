using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class NumberInkTests
{
    private const double Scale = 300 / 72.0;
    private static readonly Box Cell = new(10, 10, 46, 21);

    /// <summary>A page with one ruled cell, 192 × 88 pixels at (42, 42).</summary>
    private static GrayImage Ruled(byte paper = 245) => Picture.White(280, 180, paper)
        .Fill(40, 41, 196, 2).Fill(40, 128, 196, 2).Fill(41, 40, 2, 90).Fill(232, 40, 2, 90);

    private static NumberInk InkOf(GrayImage page) => NumberInk.Of(page, Cell, Scale);

    [Fact]
    public void Rules_are_no_ink()
    {
        var ink = InkOf(Ruled());
        Assert.Empty(ink.Characters);
        Assert.Empty(ink.Dots);
        Assert.False(ink.HasForeignInk);
    }

    [Fact]
    public void Characters_are_found_from_left_to_right_with_their_extent_on_the_page()
    {
        var ink = InkOf(Ruled().Fill(150, 70, 16, 30).Fill(120, 70, 16, 30));
        Assert.Equal([16, 16], ink.Characters.Select(character => character.Width));
        Assert.Equal(120 / Scale, ink.ExtentInPoints.X, 6);
        Assert.Equal(46 / Scale, ink.ExtentInPoints.Width, 6);
    }

    [Theory]
    [InlineData(245, 60)]
    [InlineData(150, 60)]
    [InlineData(245, 205)]
    public void Black_and_white_are_the_cells_own(byte paper, byte grey) =>
        Assert.Single(InkOf(Ruled(paper).Fill(120, 70, 16, 30, grey)).Characters);

    [Fact]
    public void Dense_bold_digits_are_no_grain_of_the_paper()
    {
        var page = Ruled();
        for (var digit = 0; digit < 7; digit++)
            page.Fill(54 + 25 * digit, 65, 23, 42).Fill(60 + 25 * digit, 71, 11, 30, 245);
        Assert.Equal(7, InkOf(page).Characters.Count);
    }

    /// <summary>Digits of 10 points, with a comma of 4: as high as digits of the smallest print.</summary>
    [Theory]
    [InlineData(90, 17, 7, 1)]
    [InlineData(70, 17, 7, 0)]
    [InlineData(90, 17, 20, 0)]
    [InlineData(84, 24, 7, 0)]
    public void A_comma_of_large_print_is_no_character(int top, int height, int width, int dots)
    {
        var ink = InkOf(Ruled().Fill(80, 58, 22, 42).Fill(108, top, width, height).Fill(132, 58, 22, 42).Fill(160, 58, 22, 42));
        Assert.Equal((4 - dots, dots), (ink.Characters.Count, ink.Dots.Count));
        Assert.False(ink.HasForeignInk);
    }

    [Fact]
    public void Ink_larger_than_any_digit_is_foreign() =>
        Assert.True(InkOf(Ruled().Fill(60, 50, 150, 70)).HasForeignInk);

    [Fact]
    public void A_digit_that_runs_into_the_rule_is_kept_and_said_to_touch_it()
    {
        var ink = InkOf(Ruled().Fill(120, 43, 16, 30));
        Assert.Single(ink.Characters);
        Assert.True(ink.TouchesEdge);
    }

    [Fact]
    public void Small_marks_are_dots() => Assert.Single(InkOf(Ruled().Fill(120, 70, 16, 30).Fill(142, 95, 5, 5)).Dots);

    [Fact]
    public void A_cell_smaller_than_any_character_has_no_ink() =>
        Assert.Empty(NumberInk.Of(Picture.White(50, 50).Fill(5, 5, 20, 20), new(1, 1, 1, 1), Scale).Characters);

    [Fact]
    public void Pieces_of_a_digit_that_a_pale_hairline_joins_are_one_character()
    {
        // The body of a 3 with head and foot that hang by strokes of a third of its contrast.
        var page = Ruled().Fill(124, 70, 11, 30).Fill(114, 70, 6, 6).Fill(114, 94, 6, 6).Fill(120, 71, 4, 2, 175).Fill(120, 97, 4, 2, 175);
        var ink = InkOf(page);
        Assert.Equal(21, Assert.Single(ink.Characters).Width);
        Assert.Empty(ink.Dots);
    }

    [Fact]
    public void Pale_ink_between_two_whole_digits_does_not_join_them() =>
        Assert.Equal(2, InkOf(Ruled().Fill(110, 70, 14, 30).Fill(127, 70, 14, 30).Fill(124, 80, 3, 4, 175)).Characters.Count);

    [Fact]
    public void A_sign_close_to_its_digit_is_not_joined_to_it() =>
        Assert.Equal(2, InkOf(Ruled().Fill(110, 83, 12, 3).Fill(125, 70, 14, 30).Fill(122, 83, 3, 3, 175)).Characters.Count);
}
