using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class RuleEdgeTests
{
    private const double Scale = 300 / 72.0;
    private const int Length = 190;
    private const int Depth = 90;

    private static int[]? Find(GrayImage image) => RuleEdge.Find(Length, Depth, (along, inwards) => image[along, inwards], 255, Scale);

    [Fact]
    public void The_rule_along_a_side_ends_where_its_ink_ends()
    {
        var ends = Find(Picture.White(Length, Depth).Fill(0, 8, Length, 3));
        Assert.NotNull(ends);
        Assert.All(ends, end => Assert.InRange(end, 11, 12));
    }

    [Fact]
    public void A_leaning_rule_is_followed()
    {
        var ends = Find(Picture.White(Length, Depth).Stroke(0, 8, Length, 10, 3));
        Assert.NotNull(ends);
        Assert.InRange(ends[5], 9, 12);
        Assert.InRange(ends[Length - 6], 11, 13);
    }

    [Fact]
    public void A_digit_that_touches_the_rule_does_not_count_as_rule()
    {
        var ends = Find(Picture.White(Length, Depth).Fill(0, 8, Length, 3).Fill(90, 8, 5, 34).Fill(104, 8, 16, 5));
        Assert.NotNull(ends);
        Assert.All(ends, end => Assert.InRange(end, 11, 12));
    }

    [Fact]
    public void A_faint_rule_is_found() => Assert.NotNull(Find(Picture.White(Length, Depth).Fill(0, 8, Length, 2, 225)));

    [Fact]
    public void Digits_at_the_side_are_no_rule() =>
        Assert.Null(Find(Picture.White(Length, Depth).Fill(60, 10, 16, 30).Fill(80, 10, 16, 30).Fill(100, 10, 16, 30)));

    [Fact]
    public void Paper_is_no_rule() => Assert.Null(Find(Picture.White(Length, Depth)));
}
