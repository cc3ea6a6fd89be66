using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Tests.Document;

public sealed class PageWarpTests
{
    // Two by two nodes 100 points apart: the right ones were 10 lower, the lower ones 4 further left.
    private static readonly PageWarp Warp = new(100, 2, [0, 0, 0, 10, -4, 0, -4, 10]);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(100, 0, 100, 10)]
    [InlineData(50, 50, 48, 55)]
    [InlineData(25, 100, 21, 102.5)]
    public void Point_between_nodes_moves_by_its_share_of_each(double x, double y, double sourceX, double sourceY)
    {
        var (foundX, foundY) = Warp.ToUnflattened(x, y);
        Assert.Equal(sourceX, foundX, 9);
        Assert.Equal(sourceY, foundY, 9);
    }

    [Fact]
    public void Box_of_a_warped_page_is_mapped_through_warp_and_turn()
    {
        // Shifted by (7, 3) after the warp is undone.
        var frame = new PageFrame(1, 0, 7, 0, 1, 3) { Warp = Warp };
        Assert.Equal(new Box(3, 3, 104, 110), frame.ToSource(new Box(0, 0, 100, 100)));
    }

    [Fact]
    public void Frames_of_different_warps_differ()
    {
        Assert.NotEqual(PageFrame.Identity, PageFrame.Identity with { Warp = Warp });
        Assert.Equal(PageFrame.Identity with { Warp = Warp }, PageFrame.Identity with { Warp = Warp });
    }
}
