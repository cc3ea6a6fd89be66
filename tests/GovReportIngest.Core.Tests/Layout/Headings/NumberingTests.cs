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
    [InlineData("、 (4）总体情况", "DigitInBrackets", 4, "总体情况")]
    [InlineData("、四．总体情况", "Han", 4, "总体情况")]
    [InlineData("-3.2021年重点", "Digit", 3, "2021年重点")]
    [InlineData("』③总体情况", "Circled", 3, "总体情况")]
    [InlineData("王．总体情况", "Digit", 0, "总体情况")]
    [InlineData("、总体情况", "Han", 0, "总体情况")]
    [InlineData("（电）总体情况", "HanInBrackets", 0, "总体情况")]
    [InlineData("第四大分 总体情况", "Chapter", 4, "总体情况")]
    public void A_damaged_number_is_still_a_number(string line, string style, int value, string rest)
    {
        Assert.Equal(NumberingStyle.None, Numbering.Of(line).Style);
        var number = Numbering.Damaged(line);

        Assert.Equal((style, value, rest), (number?.Style.ToString(), number?.Value ?? -1, number?.Rest));
    }

    [Theory]
    [InlineData("总体情况")]
    [InlineData("2023年共受理7件")]
    [InlineData("一是健全机制")]
    [InlineData("增长16.4个百分点")]
    [InlineData("全年发布信息、公告和通知")]
    public void Words_are_no_numbers(string line) => Assert.Null(Numbering.Damaged(line));
}
