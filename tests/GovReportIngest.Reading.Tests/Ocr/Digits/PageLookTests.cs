using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class PageLookTests
{
    private static AskedCell Cell(string first, string vote) =>
        new(NumberInk.Of(Picture.White(280, 180), new Box(10, 10, 46, 21), 300 / 72.0), null, new(null, vote, first, null));

    private static IEnumerable<AskedCell> Cells(int agreed, int disputed) =>
        Enumerable.Repeat(Cell("7", "7"), agreed).Concat(Enumerable.Repeat(Cell("7", "1"), disputed));

    [Theory]
    [InlineData(140, 3, false)]
    [InlineData(100, 40, true)]
    [InlineData(10, 0, false)]
    [InlineData(8, 2, true)]
    public void A_page_on_which_readers_often_disagree_is_poor(int agreed, int disputed, bool isPoor) =>
        Assert.Equal(isPoor, PageLook.Of([.. Cells(agreed, disputed)]).IsPoor);
}
