using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class GreyLevelsTests
{
    private static int[] Counts(params (int Level, int Count)[] levels)
    {
        var counts = new int[256];
        foreach (var (level, count) in levels)
            counts[level] += count;
        return counts;
    }

    [Fact]
    public void A_few_pixels_of_ink_give_the_black_and_most_give_the_white()
    {
        var levels = GreyLevels.Of(Counts((40, 60), (235, 10_000)), 4);
        Assert.Equal((40, 235), (levels.Black, levels.White));
    }

    [Fact]
    public void Where_most_of_a_cell_is_covered_the_rest_is_still_the_paper() =>
        Assert.Equal((40, 235), (GreyLevels.Of(Counts((40, 7_000), (235, 3_000)), 4).Black, GreyLevels.Of(Counts((40, 7_000), (235, 3_000)), 4).White));

    [Fact]
    public void A_single_dark_pixel_is_no_ink() => Assert.Equal(235, GreyLevels.Of(Counts((0, 1), (235, 10_000)), 4).Black);

    [Fact]
    public void Even_paper_has_no_grain_and_rough_paper_has()
    {
        Assert.Equal(0, GreyLevels.Of(Counts((235, 10_000)), 4).Grain);
        Assert.True(GreyLevels.Of(Counts((220, 3_000), (230, 3_000), (240, 4_000)), 4).Grain > 5);
    }
}
