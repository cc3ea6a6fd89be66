using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class MarksTests
{
    // A face with every mark, and one whose hyphen is nearly as high as wide.
    [Theory]
    [InlineData("TeX Gyre Schola", "-", "-")]
    [InlineData("TeX Gyre Schola", "–", "-")]
    [InlineData("TeX Gyre Schola", "—", "—")]
    [InlineData("TeX Gyre Schola", "/", "/")]
    [InlineData("Liberation Mono", "-", "-")]
    [InlineData("Liberation Mono", "/", "/")]
    [InlineData("WenQuanYi Zen Hei", "—", "—")]
    public void A_cells_whole_ink_is_told_to_be_a_placeholder_by_its_shape(string face, string printed, string mark)
    {
        var cells = DrawnCells.With(face, "clean-300", printed);
        Assert.All(Enumerable.Range(0, 10), cell => Assert.Equal(mark, Marks.PlaceholderOf(cells.InkOf(cell))));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("1")]
    [InlineData("644")]
    [InlineData("-5")]
    [InlineData("")]
    public void Numbers_and_blank_cells_are_no_placeholders(string printed)
    {
        foreach (var face in new[] { "TeX Gyre Schola", "AR PL SungtiL GB", "C059" })
        {
            var cells = DrawnCells.With(face, "office-200", printed);
            Assert.All(Enumerable.Range(0, 10), cell => Assert.Null(Marks.PlaceholderOf(cells.InkOf(cell))));
        }
    }

    [Fact]
    public void A_decimal_point_has_room_of_its_own_and_dirt_between_digits_has_not()
    {
        Assert.Single(Marks.DecimalPoints(DrawnCells.With("C059", "clean-300", "57.30").InkOf(0)));
        var spoilt = DrawnCells.With("C059", "clean-300", "5730");
        var middle = spoilt.InkOf(0).Characters[1];
        Assert.Empty(Marks.DecimalPoints(spoilt.InkOf(0)));
        Assert.True(middle.Height > 0);
    }
}
