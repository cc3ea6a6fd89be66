using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Tests.Document;

public sealed class QuarterTurnTests
{
    [Theory]
    [InlineData(0, 20, 30, 110, 40)]
    [InlineData(90, 760, 20, 40, 110)]
    [InlineData(180, 470, 760, 110, 40)]
    [InlineData(270, 30, 470, 40, 110)]
    public void A_box_turns_with_its_page_and_back(int degrees, double x, double y, double width, double height)
    {
        var turn = new QuarterTurn(degrees, 600, 830);

        var turned = turn.Of(new Box(20, 30, 110, 40));

        Assert.Equal(new Box(x, y, width, height), turned);
        Assert.Equal(new Box(20, 30, 110, 40), turn.Back.ToSource(turned));
    }

    [Fact]
    public void Rules_across_a_page_run_down_it_after_a_quarter_turn()
    {
        var turn = new QuarterTurn(90, 600, 830);

        Assert.Equal(new(RulingDirection.Vertical, 730, 50, 550, 1), turn.Of(new Ruling(RulingDirection.Horizontal, 100, 50, 550, 1)));
        Assert.Equal(new(RulingDirection.Horizontal, 50, 330, 730, 1), turn.Of(new Ruling(RulingDirection.Vertical, 50, 100, 500, 1)));
        Assert.Equal((830, 600), turn.Size);
    }
}
