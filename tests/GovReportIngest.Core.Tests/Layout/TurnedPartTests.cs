using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Tests.Layout;

public sealed class TurnedPartTests
{
    [Theory]
    [InlineData(90)]
    [InlineData(270)]
    public void A_table_set_sideways_stands_between_the_lines_above_and_below_it(int turn)
    {
        var blocks = DrawnPage.Blocks(Page(turn));

        Assert.Equal(
            ["三、收到和处理申请情况", "表三", "项目|申请人|总计|自然人", "注：以上为全年数据", "四、行政复议情况"],
            blocks.Select(block => block is Block.OfTable table ? string.Join('|', table.Table.Cells.Select(cell => cell.Text)) : ((Block.OfLine)block).Line.Text));
    }

    [Fact]
    public void Evidence_of_a_table_set_sideways_lies_in_the_frame_of_its_page()
    {
        var table = Assert.Single(DrawnPage.Blocks(Page(90)).OfType<Block.OfTable>()).Table;

        var region = table.Cells[0].Regions[0];
        Assert.Equal(90, region.Turn);
        // 230 points from the left of the turned page are 230 points from the foot of the upright one, 800 points high.
        Assert.Equal(new Evidence.OnPage(1, new(130, 470, 30, 100)), region.Locate());
        Assert.Equal(new Evidence.OnPage(1, new(135, 540, 10, 20)), table.Cells[0].Lines[0].Locate());
    }

    /// <summary>Headings at the top and the foot of an upright page; between them caption, table and note of a turned part.</summary>
    private static ReadPage Page(int turn)
    {
        var upright = new DrawnPage().Write(60, 60, "三、收到和处理申请情况").Write(60, 740, "四、行政复议情况").Page();
        var part = new DrawnPage().Write(300, 100, "表三").Grid([230, 330, 430], [130, 160, 190])
            .Write(240, 135, "项目").Write(340, 135, "申请人").Write(240, 165, "总计").Write(340, 165, "自然人")
            .Write(240, 210, "注：以上为全年数据").Page();
        return upright with { Turned = [part with { Turn = turn, Frame = new QuarterTurn(turn, 600, 800).Back }] };
    }
}
