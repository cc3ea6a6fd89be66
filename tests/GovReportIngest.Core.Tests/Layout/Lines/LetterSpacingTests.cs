using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Tests.Layout.Lines;

/// <summary>White that typesetting puts behind every character is no space; more white than that is one.</summary>
public sealed class LetterSpacingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4.5)]
    [InlineData(7)]
    public void Letter_spacing_is_measured_between_Han_characters(double spacing)
    {
        var page = new DrawnPage().WriteSpaced(50, 50, "石门县教育局年度报告", spacing);

        Assert.Equal(spacing, LetterSpacing.Of(page.Words), 6);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void A_letter_spaced_line_holds_no_spaces(double spacing)
    {
        var page = new DrawnPage().WriteSpaced(50, 50, "石门县教育局2021年度报告", spacing);

        Assert.Equal(["石门县教育局2021年度报告"], DrawnPage.LinesOf(DrawnPage.Blocks(page.Page())));
    }

    [Fact]
    public void White_wider_than_the_letter_spacing_is_a_space()
    {
        var page = new DrawnPage().WriteSpaced(50, 50, "石门县教育局", 4);
        page.WriteSpaced(page.Words[^1].Box.Right + 16, 50, "2021年度", 4);

        Assert.Equal(["石门县教育局 2021年度"], DrawnPage.LinesOf(DrawnPage.Blocks(page.Page())));
    }

    [Fact]
    public void Uneven_white_is_not_letter_spacing()
    {
        var page = new DrawnPage();
        var x = 50.0;
        foreach (var (character, white) in "石门县教育局年度报告".Zip([1.0, 6, 2, 9, 0, 5, 1, 8, 3, 0]))
        {
            page.Write(x, 50, character.ToString());
            x = page.Words[^1].Box.Right + white;
        }

        Assert.Equal(0, LetterSpacing.Of(page.Words));
    }
}
