namespace GovReportIngest.Reading.Tests.Html;

public sealed class ArticleCutTests
{
    private const string Report = """
        <p>青塘县数据局2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>全年公开信息12条，比上年增加3条，均按时发布。</p>
        <table><tr><td>甲<td>乙<td>丙</tr><tr><td>1<td>2<td>3</tr><tr><td>4<td>5<td>6</tr></table><p>六、其他需要报告的事项</p><p>无。</p><p>2024年1月8日</p>
        """;

    private static readonly string[] Lines =
        ["青塘县数据局2023年政府信息公开工作年度报告", "一、总体情况", "全年公开信息12条，比上年增加3条，均按时发布。", "六、其他需要报告的事项", "无。", "2024年1月8日"];

    [Theory]
    [InlineData("", "")]
    [InlineData("<ul><li><a href=/>首页</a><li><a href=/a>政务公开</a><li><a href=/b>办事</a></ul>", "")]
    [InlineData("<div>您现在的位置：首页 &gt; 政务公开 &gt; 年报</div>", "<p>【打印本页】 【关闭窗口】</p>")]
    [InlineData("<div><a href=/>首页</a> » <a href=/z>年报</a></div><p>发布时间：2024-01-09 来源：数据局</p>", "<p>上一篇：<a href=1>青塘县数据局2022年政府信息公开工作年度报告</a></p><p>下一篇：没有了</p>")]
    [InlineData("<p>【字体：大 中 小】</p><nav>机构概况</nav>", "<div>分享到：<a href=#>微信</a></div><div>主办：某某办公室　承办：某某中心</div><div>版权所有 备案号：某ICP备0号</div>")]
    [InlineData("<p><a href=x>浏览更多公告</a></p>", "<ul><li><a href=1>通知一</a> 01-02<li><a href=2>青塘县数据局2021年政府信息公开工作年度报告</a></ul><footer>站点说明</footer>")]
    [InlineData("", "<p>下一篇：<a href=2>通知</a></p><p>本网站的内容未经许可不得转载，转载时须注明来源。</p>")]
    [InlineData("", "<p>版权所有：某某办公室</p><p>本站由某某中心维护，建议使用新版浏览器访问。</p><p><a href=2>青塘县数据局2021年政府信息公开工作年度报告</a></p>")]
    public void What_stands_around_a_report_goes_and_the_report_stays_whole(string above, string below)
    {
        var page = Page.Of($"<html><head><title>年报</title></head><body>{above}<div>{Report}</div>{below}</body></html>");

        Assert.Equal(Lines, page.Lines);
        Assert.Single(page.Grids);
    }

    [Fact]
    public void Sentences_that_speak_of_a_site_stay()
    {
        var page = Page.Of(Report.Replace("<p>无。</p>", "<p>完善网站地图，更新主办单位信息，请技术支持单位值守，全年无故障。</p><p>分享到位的经验12条。</p>", StringComparison.Ordinal));

        Assert.Contains("完善网站地图，更新主办单位信息，请技术支持单位值守，全年无故障。", page.Lines);
        Assert.Contains("分享到位的经验12条。", page.Lines);
    }

    [Fact]
    public void Menus_and_tools_in_the_middle_of_a_report_go_and_single_links_stay()
    {
        var page = Page.Of(Report.Replace("<p>六、", "<p><a href=1>甲</a></p><p><a href=2>乙</a></p><p><a href=3>丙</a></p><p>打印 | 关闭</p><p><a href=f>详见名单</a></p><p>六、", StringComparison.Ordinal));

        Assert.Equal([.. Lines[..3], "详见名单", .. Lines[3..]], page.Lines);
    }

    [Fact]
    public void Where_nothing_is_surely_a_report_everything_but_tools_stays()
    {
        Assert.Equal(["某局公告", "三月起执行"], Page.Of("<p>某局公告</p><p>三月起执行</p><p>打印</p>").Lines);
    }

    [Fact]
    public void A_title_that_only_the_window_shows_is_taken_from_there_without_the_sites_name()
    {
        var page = Page.Of("<title>青塘县数据局2023年政府信息公开工作年度报告_某某网</title><p>一、总体情况</p>");

        Assert.Equal(["青塘县数据局2023年政府信息公开工作年度报告", "一、总体情况"], page.Lines);
        Assert.Equal("title[1]", page.Paragraphs.First().Node);
    }
}
