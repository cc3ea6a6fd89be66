using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Tests.Read;

public sealed class ReadingGuideTests
{
    [Theory]
    [InlineData("turn 3 90")]
    [InlineData("spread 2 1")]
    [InlineData("spread 2 2")]
    [InlineData("order 3,1,2")]
    [InlineData("form cn-gov-disclosure-annual/2021")]
    [InlineData("form none")]
    [InlineData("page 3 left-out")]
    [InlineData("table requests 3:10,20.5,300,400")]
    [InlineData("table requests 3:10,20.5,300,400;4:0,0,595,842")]
    [InlineData("table requests line:12..30")]
    [InlineData("table requests node:table[2]..table[2]")]
    [InlineData("rules 2 +10,20,300,20.5;-10,40,10,400")]
    [InlineData("parts one")]
    [InlineData("parts page:3;page:7")]
    [InlineData("parts line:120")]
    [InlineData("parts node:div[5]/p[1];node:p[30]")]
    public void What_was_said_is_the_same_after_it_was_kept_as_text(string text)
    {
        var hint = ReadingHint.TryParse(text)!;
        Assert.Equal(text, hint.Text);
        Assert.Equal(text[..text.LastIndexOf(' ')], hint.Subject);
        Assert.Equal(hint, ReadingHint.TryParse(hint.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("turn 3")]
    [InlineData("turn 3 45")]
    [InlineData("turn 0 90")]
    [InlineData("spread 1 3")]
    [InlineData("order 1,,2")]
    [InlineData("form ")]
    [InlineData("delete 3")]
    [InlineData("page 3 kept")]
    [InlineData("table requests")]
    [InlineData("table requests 3:10,20,0,400")]
    [InlineData("table requests 3:10,20,30,40;3:50,60,70,80")]
    [InlineData("table requests 3:10,20,NaN,40")]
    [InlineData("table requests line:12..3")]
    [InlineData("table requests line:12")]
    [InlineData("table requests node:table[2]")]
    [InlineData("rules 2 10,20,300,20")]
    [InlineData("rules 2 +10,20,300")]
    [InlineData("rules 2 +10,20,300,1e300")]
    [InlineData("parts")]
    [InlineData("parts 3")]
    [InlineData("parts page:0")]
    [InlineData("parts page:3;page:3")]
    public void Anything_else_says_nothing(string text) => Assert.Null(ReadingHint.TryParse(text));

    [Fact]
    public void Of_two_hints_about_one_subject_the_later_one_holds()
    {
        var guide = ReadingGuide.Parse(["turn 3 90", "spread 1 2", "turn 3 180", "form none"]);
        Assert.Equal((180, null, true, null, "none"), (guide.TurnOf(3), guide.TurnOf(1), guide.IsSpread(1), guide.IsSpread(3), guide.Form));
        Assert.Equal(["form none", "spread 1 2", "turn 3 180"], guide.Texts);
        Assert.NotEqual(guide.Hash, ReadingGuide.Parse(["turn 3 180"]).Hash);
        Assert.Equal("", ReadingGuide.None.Hash);
    }

    [Fact]
    public void Pages_that_are_not_named_follow_behind_and_pages_of_a_spread_stay_together()
    {
        ReadPage[] pages = [Page(1, 1), Page(2, 2), Page(902, 2), Page(3, 3)];
        Assert.Equal([3, 1, 2, 902], ReadingGuide.Parse(["order 3,1"]).InOrder(pages).Select(page => page.Number));
    }

    private static ReadPage Page(int number, int source) => new() { Number = number, SourcePage = source, Reading = PageReading.Ocr, Why = "test" };
}
