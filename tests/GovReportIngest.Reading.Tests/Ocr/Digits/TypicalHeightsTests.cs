using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class TypicalHeightsTests
{
    private const double Scale = 300 / 72.0;
    private static readonly Box Cell = new(10, 10, 46, 21);

    /// <summary>A digit of some height whose head is at a row; the cell's rule ends at 43.</summary>
    private static NumberInk Digit(int top, int height) =>
        NumberInk.Of(Picture.White(280, 180, 245).Fill(40, 41, 196, 2).Fill(120, top, 16, height), Cell, Scale);

    private static TypicalHeights Page => TypicalHeights.Of([Digit(70, 30), Digit(65, 30), Digit(80, 31)]);

    [Fact]
    public void A_digit_at_the_rule_that_is_lower_than_its_likes_has_lost_ink() => Assert.True(Page.HasLostInk(Digit(43, 22)));

    [Fact]
    public void A_digit_of_full_height_at_the_rule_is_whole() => Assert.False(Page.HasLostInk(Digit(43, 30)));

    [Fact]
    public void A_low_digit_away_from_the_rule_is_whole() => Assert.False(Page.HasLostInk(Digit(70, 22)));

    [Fact]
    public void Where_nothing_shows_how_high_digits_are_one_at_the_rule_is_doubtful() =>
        Assert.True(TypicalHeights.Of([Digit(43, 30)]).HasLostInk(Digit(43, 30)));
}
