using GovReportIngest.Cli.Speech;

namespace GovReportIngest.Cli.Tests.Speech;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("\u001b[31mred.pdf", "\uFFFD[31mred.pdf")]
    [InlineData("two\nlines.pdf", "two\uFFFDlines.pdf")]
    [InlineData("\u202Efdp.exe", "\uFFFDfdp.exe")]
    [InlineData("平潭 2022年😀.pdf", "平潭 2022年😀.pdf")]
    public void Names_cannot_act_on_a_terminal(string name, string shown) => Assert.Equal(shown, TerminalText.Printable(name));
}
