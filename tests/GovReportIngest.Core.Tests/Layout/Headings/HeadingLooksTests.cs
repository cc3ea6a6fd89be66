using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Core.Tests.Layout.Headings;

public sealed class HeadingLooksTests
{
    private static readonly HeadingLooks Set = new(isScanned: false, areOfOneSize: false, markupShowsLevels: false, setHeadingsOff: true);
    private static readonly HeadingLooks Scanned = new(isScanned: true, areOfOneSize: false, markupShowsLevels: false, setHeadingsOff: true);

    [Theory]
    [InlineData(0, 94, 94)]
    [InlineData(98, 97, 98)]
    [InlineData(98, 94, 94)]
    public void The_size_of_a_level_set_in_type_is_that_of_one_heading_and_no_mean(byte before, byte next, byte after) =>
        Assert.Equal(after, Set.SizeAfter(before, next));

    [Fact]
    public void Measured_sizes_of_a_level_are_taken_together() => Assert.Equal(97, Scanned.SizeAfter(98, 94));

    [Fact]
    public void Only_type_with_headings_set_off_tells_levels() =>
        Assert.Equal((true, false, false), (Set.TellLevels, Scanned.TellLevels, new HeadingLooks(false, true, false, setHeadingsOff: false).TellLevels));
}
