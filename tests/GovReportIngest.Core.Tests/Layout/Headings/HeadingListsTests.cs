using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Core.Tests.Layout.Headings;

public sealed class HeadingListsTests
{
    private static readonly HeadingLooks Looks = new(isScanned: false, areOfOneSize: true, markupShowsLevels: false, setHeadingsOff: false);

    [Theory]
    [InlineData("二、乙", true)]
    [InlineData("（三）寅", true)]
    [InlineData("（二）丑", false)]
    [InlineData("（四）卯", false)]
    [InlineData("三．丙", false)]
    [InlineData("1.甲", false)]
    [InlineData("乙", false)]
    public void Only_the_next_number_of_an_open_list_is_awaited(string line, bool expected)
    {
        var lists = HeadingLists.Expecting([0, 0, 0, 0]);
        foreach (var (level, heading) in new[] { (1, "一、甲"), (2, "（一）子"), (2, "（二）丑") })
            lists = lists.With(level, Numbering.Of(heading), new(1, 80), Looks, isWrong: false);

        Assert.Equal(expected, lists.Await(Numbering.Of(line)));
    }
}
