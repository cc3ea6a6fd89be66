using GovReportIngest.Jobs.Intake;
using GovReportIngest.Jobs.Listing;

namespace GovReportIngest.Jobs.Tests.Listing;

public sealed class UrlPathsTests
{
    [Theory]
    [InlineData("http://a.example/x/%E5%B9%B4%E6%8A%A5.pdf", "application/pdf", "l/a.example/x/年报.pdf")]
    [InlineData("http://a.example/", "text/html", "l/a.example/index.html")]
    [InlineData("http://a.example/x/", "text/html", "l/a.example/x/index.html")]
    [InlineData("http://a.example/x.shtml", "text/html", "l/a.example/x.shtml")]
    [InlineData("http://a.example/x.aspx", "text/html", "l/a.example/x.aspx.html")]
    [InlineData("http://a.example:8080/x", "application/pdf", "l/a.example_8080/x.pdf")]
    [InlineData("http://a.example/x.bin", "", "l/a.example/x.bin")]
    [InlineData("http://a.example/%2e%2e/%2e%2e/etc/passwd", "text/plain", "l/a.example/etc/passwd.txt")]
    [InlineData("http://a.example/a%2F..%2F..%2Fb.pdf", "application/pdf", "l/a.example/a_.._.._b.pdf")]
    [InlineData("http://a.example/%0D%0Ax%E2%80%AE.pdf", "application/pdf", null)]
    [InlineData("http://a.example/C:%5Cx.pdf", "application/pdf", "l/a.example/C__x.pdf")]
    public void Names_stay_below_the_list_and_say_what_they_are(string url, string mediaType, string? path)
    {
        var made = UrlPaths.Of("l", new(url), mediaType);

        Assert.Equal(made, SafePaths.Of(made));
        Assert.Matches(path is null ? "^l/[0-9a-f]{8}[.]pdf$" : $"^{System.Text.RegularExpressions.Regex.Escape(path)}$", made);
    }

    [Fact]
    public void Addresses_that_differ_only_in_what_is_cut_have_names_of_their_own()
    {
        string[] urls =
        [
            "http://a.example/d?id=1", "http://a.example/d?id=2", $"http://a.example/{new string('x', 500)}1", $"http://a.example/{new string('x', 500)}2",
            "http://a.example/1/2/3/4/5/6/7/8", "http://a.example/1/2/3/4/5/6/6/8",
        ];

        Assert.Equal(urls.Length, urls.Select(url => UrlPaths.Of("l", new(url), "application/pdf")).Distinct().Count());
        Assert.All(urls, url => Assert.EndsWith(".pdf", UrlPaths.Of("l", new(url), "application/pdf"), StringComparison.Ordinal));
    }
}
