using System.Text;
using GovReportIngest.Jobs.Listing;

namespace GovReportIngest.Jobs.Tests.Listing;

public sealed class PageTextTests
{
    private static readonly Uri Url = new("http://a.example/list/index.html");

    [Fact]
    public void Links_are_found_however_they_are_written()
    {
        const string Page = """
            <A class=x HREF = 'b.html?x=1&amp;y=2' title="全 名">一<b>二</b></A><a href=/c.html>三</a><a href="//other.example/d">四</a><a href="#top">五</a>
            <a href="javascript:go()">六</a><a name="x">七</a><iframe src="e.pdf"></iframe><img src="f.png"><a href="mailto:x@y">八</a>
            """;
        var links = Of(Encoding.UTF8.GetBytes(Page)).Links.ToList();

        Assert.Equal(
            ["http://a.example/list/b.html?x=1&y=2", "http://a.example/c.html", "http://other.example/d", "http://a.example/list/index.html", "http://a.example/list/e.pdf"],
            links.Select(link => link.Url.AbsoluteUri));
        Assert.Equal(("一二", "全 名"), (links[0].Words, links[0].Title));
        Assert.Equal(["http://a.example/list/f.png"], Of(Encoding.UTF8.GetBytes(Page)).Pictures.Select(picture => picture.AbsoluteUri));
    }

    [Fact]
    public void Attributes_of_scripts_are_no_addresses() =>
        Assert.Equal("http://a.example/list/b.html", Of("<a data-href=\"x.html\" data-title=\"x\" href=\"b.html\">"u8.ToArray()).Links.Single().Url.AbsoluteUri);

    [Fact]
    public void A_page_may_say_where_its_addresses_begin() =>
        Assert.Equal("http://b.example/x/c.html", Of("<base href=\"http://b.example/x/\"><a href=\"c.html\">"u8.ToArray()).Links.Single().Url.AbsoluteUri);

    [Fact]
    public void Words_are_read_in_the_encoding_of_China_and_other_bytes_stay()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("<p>正文</p><a href=\"附件.pdf\">年度报告</a>");
        var page = Of(bytes);

        Assert.Equal("年度报告", page.Links.Single().Words);
        var saved = page.With(new Dictionary<Uri, string> { [page.Links.Single().Url] = "1.pdf" });
        Assert.Equal("<p>正文</p><a href=\"1.pdf\">年度报告</a>", CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(saved));
        Assert.Equal(bytes, page.With(new Dictionary<Uri, string>()));
    }

    [Fact]
    public void A_hostile_page_takes_no_long_time()
    {
        var page = Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a href=x <a ", 200_000)) + string.Concat(Enumerable.Repeat("<a href=x>", 50_000))));

        Assert.Equal(50_000, page.Links.Count());
    }

    private static PageText Of(byte[] bytes) => new(bytes, Url);
}
