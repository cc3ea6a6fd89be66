using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class CellDoubtsTests
{
    private static NumberInk InkOf(Action<GrayImage> draw)
    {
        var page = Picture.White(280, 180, 245);
        draw(page);
        return NumberInk.Of(page, new Box(10, 10, 46, 21), 300 / 72.0);
    }

    private static List<string> DoubtsOf(CellKind kind, Action<GrayImage> draw)
    {
        var ink = InkOf(draw);
        return [.. CellDoubts.Of(ink, kind, ink.Digits, TypicalHeights.Of([ink]))];
    }

    private static void TwoDigits(GrayImage page) => page.Fill(110, 70, 16, 30).Fill(134, 70, 16, 30);

    [Theory]
    [InlineData(CellKind.Integer)]
    [InlineData(CellKind.SignedInteger)]
    [InlineData(CellKind.Decimal)]
    public void Plain_digits_leave_no_doubt(CellKind kind) => Assert.Empty(DoubtsOf(kind, page => page.Fill(110, 70, 16, 30).Fill(130, 70, 16, 30)));

    [Fact]
    public void Digits_on_two_lines_are_a_wrapped_number()
    {
        var page = Picture.White(280, 280, 245);
        page.Fill(110, 60, 16, 30).Fill(134, 60, 16, 30).Fill(122, 102, 16, 30);
        var ink = NumberInk.Of(page, new Box(10, 10, 46, 41), 300 / 72.0);

        Assert.Contains("number-wrapped", CellDoubts.Of(ink, CellKind.Integer, ink.Digits, TypicalHeights.Of([ink])));
    }

    [Fact]
    public void Digits_of_unlike_height_are_unusual() =>
        Assert.Contains("unusual-ink", DoubtsOf(CellKind.Integer, page => page.Fill(110, 70, 16, 30).Fill(134, 84, 16, 16)));

    [Fact]
    public void A_point_is_unusual_where_the_form_expects_whole_numbers_and_expected_where_it_does_not()
    {
        static void WithPoint(GrayImage page)
        {
            TwoDigits(page);
            page.Fill(128, 96, 4, 4);
        }

        Assert.Contains("unusual-ink", DoubtsOf(CellKind.Integer, WithPoint));
        Assert.Empty(DoubtsOf(CellKind.Decimal, WithPoint));
    }

    [Fact]
    public void A_minus_is_unusual_where_the_form_expects_no_sign_and_expected_where_it_does()
    {
        static void WithSign(GrayImage page)
        {
            TwoDigits(page);
            page.Fill(92, 84, 12, 3);
        }

        Assert.Contains("unusual-ink", DoubtsOf(CellKind.Integer, WithSign));
        Assert.Empty(DoubtsOf(CellKind.SignedInteger, WithSign));
    }

    [Fact]
    public void Pale_ink_in_a_signs_place_leaves_the_sign_open() =>
        Assert.Equal(["sign-unconfirmed"], DoubtsOf(CellKind.SignedInteger, page =>
        {
            TwoDigits(page);
            page.Fill(92, 84, 12, 3, 190);
        }));

    [Fact]
    public void Several_specks_may_be_a_broken_dash_and_one_small_speck_is_dust()
    {
        Assert.True(CellDoubts.MayBeBrokenMark(InkOf(page => page.Fill(110, 84, 3, 3).Fill(118, 84, 3, 3).Fill(126, 84, 3, 3))));
        Assert.True(CellDoubts.MayBeBrokenMark(InkOf(page => page.Fill(110, 84, 6, 5))));
        Assert.False(CellDoubts.MayBeBrokenMark(InkOf(page => page.Fill(110, 84, 3, 4))));
    }
}
