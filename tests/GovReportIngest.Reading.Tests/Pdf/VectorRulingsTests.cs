using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Tests.Pdf;

public sealed class VectorRulingsTests
{
    private const string Text = " BT /F 12 Tf 50 800 Td (12) Tj ET";

    [Theory]
    [InlineData("0.1 w 100 742 m 300 742 l S")]
    [InlineData("100 741.5 200 1 re f")]
    [InlineData("0.5 w 100 742 m 200 742 l S 200.5 742.4 m 300 742.4 l S")]
    [InlineData("[2 2] 0 d 0.5 w 100 742 m 300 742 l S")]
    [InlineData("0.5 w 2 0 0 2 0 0 cm 50 371 m 150 371 l S 0.5 0 0 0.5 0 0 cm")]
    [InlineData("0.8 g 90 700 220 100 re f 1 G 1 w 100 742 m 300 742 l S 0 g")]
    [InlineData("q 100 700 200 100 re W n 0.5 w 50 742 m 400 742 l S Q")]
    public async Task A_rule_is_found_however_it_is_drawn(string drawing)
    {
        var ruling = Assert.Single((await RulingsAsync(drawing)));

        Assert.Equal(RulingDirection.Horizontal, ruling.Direction);
        Assert.Equal(100, ruling.Position, 0.6);
        Assert.Equal(100, ruling.Start, 0.6);
        Assert.Equal(300, ruling.End, 0.6);
    }

    [Theory]
    [InlineData("1 G 1 w 100 742 m 300 742 l S")]
    [InlineData("0.5 w 100 742 m 300 642 l S")]
    [InlineData("0.8 g 100 600 200 100 re f 0 g")]
    public async Task White_on_white_slanted_lines_and_shades_are_no_rules(string drawing) =>
        Assert.Empty(await RulingsAsync(drawing));

    [Fact]
    public async Task A_framed_rectangle_gives_its_four_sides()
    {
        var rulings = await RulingsAsync("1 w 100 642 200 100 re S");

        Assert.Equal([100.0, 200.0], rulings.Where(rule => rule.Direction == RulingDirection.Horizontal).Select(rule => Math.Round(rule.Position)));
        Assert.Equal([100.0, 300.0], rulings.Where(rule => rule.Direction == RulingDirection.Vertical).Select(rule => Math.Round(rule.Position)));
    }

    private static async Task<IReadOnlyList<Ruling>> RulingsAsync(string drawing) =>
        (await HandWrittenPdf.ReadAsync("a.pdf", HandWrittenPdf.Page(drawing + Text))).Page!.Rulings;
}
