using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class FaintSignTests
{
    private const double Scale = 300 / 72.0;

    private static NumberInk InkOf(Action<GovReportIngest.Reading.Image.GrayImage> draw)
    {
        var page = Picture.White(280, 180, 245).Fill(130, 70, 16, 30);
        draw(page);
        return NumberInk.Of(page, new(10, 10, 46, 21), Scale);
    }

    [Fact]
    public void Even_paper_before_a_number_shows_that_it_has_no_sign() => Assert.False(FaintSign.MayStand(InkOf(_ => { })));

    [Fact]
    public void A_stroke_too_pale_to_be_found_leaves_the_sign_open() =>
        Assert.True(FaintSign.MayStand(InkOf(page => page.Fill(112, 84, 12, 3, 185))));

    [Fact]
    public void Ink_above_the_number_is_no_sign() => Assert.False(FaintSign.MayStand(InkOf(page => page.Fill(112, 55, 12, 3, 185))));

    [Fact]
    public void A_cell_without_characters_has_no_sign() => Assert.False(FaintSign.MayStand(NumberInk.Of(Picture.White(280, 180), new(10, 10, 46, 21), Scale)));
}
