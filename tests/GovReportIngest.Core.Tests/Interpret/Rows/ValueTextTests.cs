using GovReportIngest.Core.Interpret.Rows;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("1,5", "73")]
    [InlineData("24,", "063")]
    [InlineData("１２,１", "９０")]
    [InlineData("1,234,", "567")]
    public void Thousands_that_the_second_line_completes_are_one_number(string first, string second) => Assert.True(ValueText.GoesOn([first, second]));

    [Theory]
    [InlineData("15", "73")]
    [InlineData("1,573", "2")]
    [InlineData("1,5", "7")]
    [InlineData("12", ",345")]
    [InlineData("1,573", ",573")]
    public void Lines_that_may_be_two_numbers_are_not(string first, string second) => Assert.False(ValueText.GoesOn([first, second]));
}
