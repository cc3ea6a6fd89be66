using GovReportIngest.Cli.Ingest;

namespace GovReportIngest.Cli.Tests.Ingest;

public sealed class TextColumnsTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("年报", 4)]
    [InlineData("（一）", 6)]
    [InlineData("✓", 1)]
    public void Width_counts_terminal_places(string text, int places) => Assert.Equal(places, TextColumns.Width(text));

    [Fact]
    public void Columns_line_up_with_Chinese_text()
    {
        var output = new StringWriter { NewLine = "\n" };
        TextColumns.Write(output, ["文件", "n"], [["a.pdf", "7"], ["年报.pdf", "12"]], new HashSet<int> { 1 });
        Assert.Equal("文件       n\n────────  ──\na.pdf      7\n年报.pdf  12\n", output.ToString());
    }
}
