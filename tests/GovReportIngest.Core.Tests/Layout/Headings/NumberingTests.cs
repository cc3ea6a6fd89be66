using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Core.Tests.Layout.Headings;

public sealed class NumberingTests
{
    [Theory]
    [InlineData("〈一）主动公开", "HanInBrackets", 1, "主动公开")]
    [InlineData("一）主动公开", "HanInBrackets", 1, "主动公开")]
    [InlineData("（二 主动公开", "HanInBrackets", 2, "主动公开")]
    [InlineData("人六、其他事项", "Han", 6, "其他事项")]
    [InlineData("—、总体情况", "Han", 0, "总体情况")]
    [InlineData("7X、其他事项", "Han", 0, "其他事项")]
    [InlineData("三 总体情况", "Han", 3, "总体情况")]
    [InlineData("二总体情况", "Han", 2, "总体情况")]
    public void A_damaged_number_is_still_a_number(string line, string style, int value, string rest)
    {
        Assert.Equal(NumberingStyle.None, Numbering.Of(line).Style);
        var number = Numbering.Damaged(line);

        Assert.Equal((style, value, rest), (number?.Style.ToString(), number?.Value ?? -1, number?.Rest));
    }

    [Theory]
    [InlineData("总体情况")]
    [InlineData("2023年共受理7件")]
    [InlineData("全年发布信息、公告和通知")]
    public void Words_are_no_numbers(string line) => Assert.Null(Numbering.Damaged(line));
}
