using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class GlyphPartingTests
{
    [Fact]
    public void Digits_that_touch_are_cut_where_the_least_ink_stands()
    {
        var image = Picture.White(80, 60).Fill(10, 10, 18, 30).Fill(28, 24, 3, 2).Fill(31, 10, 18, 30);
        var parts = GlyphParting.Part(image, new(10, 10, 49, 40, 1086), 2, 128);
        Assert.Equal(2, parts.Count);
        Assert.InRange(parts[0].Right, 28, 31);
        Assert.InRange(parts[1].Left, 28, 31);
    }

    [Fact]
    public void A_part_without_the_height_of_a_digit_is_left_out() =>
        Assert.Single(GlyphParting.Part(Picture.White(80, 60).Fill(10, 10, 18, 30).Fill(28, 24, 21, 2), new(10, 10, 49, 40, 600), 2, 128));
}
