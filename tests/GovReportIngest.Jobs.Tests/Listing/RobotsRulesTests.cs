using GovReportIngest.Jobs.Listing;

namespace GovReportIngest.Jobs.Tests.Listing;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /ab", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*?*id=", "/x?a=1&id=2", false)]
    [InlineData("User-agent: *\nDisallow: /年报", "/%E5%B9%B4%E6%8A%A5/1", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: govreport\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: GovReport # us\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: other\nUser-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\r\nCrawl-delay: 3\r\nDisallow: /a", "/a", false)]
    [InlineData("user-agent:*\nSitemap: /s\ndisallow:/a", "/a", false)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /", "/a", false)]
    public void The_longest_rule_of_the_group_for_this_program_decides(string text, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsRules.Of(text).Allow(path));

    [Fact]
    public void A_delay_is_taken_up_to_a_minute()
    {
        Assert.Null(RobotsRules.Of("User-agent: *").Delay);
        Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsRules.Of("User-agent: *\nCrawl-delay: 2.5").Delay);
        Assert.Equal(TimeSpan.FromMinutes(1), RobotsRules.Of("User-agent: *\nCrawl-delay: 86400").Delay);
        Assert.Null(RobotsRules.Of("User-agent: *\nCrawl-delay: NaN").Delay);
    }
}
