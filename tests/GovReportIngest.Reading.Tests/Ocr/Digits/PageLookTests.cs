using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class PageLookTests
{
    private static AskedCell Cell(string first, string vote) =>
        new(NumberInk.Of(Picture.White(280, 180), new Box(10, 10, 46, 21), 300 / 72.0), null, new(null, vote, first, null));

    private static IEnumerable<AskedCell> Cells(int agreed, int disputed) =>
        Enumerable.Repeat(Cell("7", "7"), agreed).Concat(Enumerable.Repeat(Cell("7", "1"), disputed));

    [Fact]
    public void What_montages_make_of_the_word_for_none_says_nothing_about_the_page()
    {
        var none = Cell("3", "7") with { Texts = new(new("无", 0.95, []), null, "3", "7") };
        Assert.False(PageLook.Of([.. Cells(40, 0), .. Enumerable.Repeat(none, 20)]).IsPoor);
    }

    [Theory]
    [InlineData(140, 3, false)]
    [InlineData(100, 40, true)]
    [InlineData(10, 0, false)]
    [InlineData(8, 2, true)]
    public void A_page_on_which_readers_often_disagree_is_poor(int agreed, int disputed, bool isPoor) =>
        Assert.Equal(isPoor, PageLook.Of([.. Cells(agreed, disputed)]).IsPoor);
}
