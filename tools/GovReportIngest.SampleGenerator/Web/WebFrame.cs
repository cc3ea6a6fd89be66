using System.Text;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Web;

/// <summary>What a site shows around an article: menus, place, facts, tools, neighbours, lists, foot. Invented, and chosen by chance.</summary>
internal sealed record WebFrame(WebLook Look, string Site, int Tools, int Neighbours, bool HasSide)
{
    private static readonly string[] Menu = ["首页", "机构职能", "政策文件", "办事服务", "互动交流", "数据开放", "专题专栏"];
    private static readonly string[] SideTitles = ["关于调整春季汛期值班安排的通知", "本周食品抽检结果公示", "园区企业用工需求信息汇总", "老旧小区改造项目进展"];

    public static WebFrame Choose(WebLook look, Dice dice) => look.Family is WebFamily.WordProcessor
        ? new(look, dice.Pick("政府信息公开专栏", "政务网"), 0, 0, false)
        : new(look, dice.Pick("临溪政务网", "河湾区人民政府门户网站", "信息公开平台"), dice.Next(0, 4), dice.Next(0, 3), dice.Chance(0.6));

    public string Around(string title, string body, Report report)
    {
        var article = title + Facts(report) + body;
        return Look.Family switch
        {
            WebFamily.WordProcessor => $"<div class=WordSection1 style='layout-grid:15.6pt'>\n{article}</div>\n",
            WebFamily.LayoutTables => InTables(article, report),
            _ => Top() + $"<div class=\"wrap\">{Place()}{(HasSide ? Side(report, "div") : "")}<div class=\"con\">{article}</div>\n{Behind(report)}</div>\n{Foot("div")}",
        };
    }

    private string InTables(string article, Report report) =>
        "<TABLE width=1000 align=center border=0><TR><TD colspan=2>" + Top() + "</TD></TR>\n<TR><TD width=200 valign=top>"
        + (HasSide ? Side(report, "p") : "<img src=\"left.gif\">") + "</TD><TD><TABLE width=\"100%\"><TBODY><TR><TD>" + Place() + "</TD></TR><TR><TD class=\"con\">\n"
        + article + "</TD></TR><TR><TD>" + Behind(report) + "</TD></TR></TBODY></TABLE></TD></TR>\n<TR><TD colspan=2 align=center>" + Foot("p") + "</TD></TR></TABLE>\n";

    private string Top() => "<div class=\"nav\"><ul>" + string.Concat(Menu.Select(item => $"<li><a href=\"/{item.Length}/\">{item}</a></li>"))
        + "</ul><form><input type=\"text\" name=\"q\" value=\"\"><input type=\"hidden\" value=\"77\"><button>搜索</button></form></div>\n";

    private static string Place() => "<div>您当前的位置：<a href=\"/\">首页</a> &gt; <a href=\"/zwgk/\">政务公开</a> &gt; <a href=\"#\">年度报告</a></div>\n";

    private string Facts(Report report) => Tools switch
    {
        0 => "",
        1 => $"<div style=\"text-align:center\">发布时间：{report.Year + 1}-01-22　来源：{Site}　浏览次数：<span>1032</span></div>\n",
        2 => "<p>【字体：<a href=\"javascript:f(16)\">大</a> <a href=\"javascript:f(14)\">中</a> <a href=\"javascript:f(12)\">小</a>】【<a href=\"javascript:print()\">打印</a>】</p>\n",
        _ => $"<table border=\"0\"><tr><td>索 引 号：</td><td>QT-{report.Year}-0017</td><td>公开日期：</td><td>{report.Year + 1}-01-22</td></tr><tr><td>发布机构：</td><td>办公室</td><td>公开方式：</td><td>主动公开</td></tr></table>\n",
    };

    private string Behind(Report report)
    {
        var html = new StringBuilder("<div class=\"share\"><a href=\"#\">打印本页</a> | <a href=\"#\">关闭窗口</a></div><div>分享到：<a href=\"#\">微信</a><a href=\"#\">微博</a></div>\n");
        if (Neighbours > 0)
            html.Append($"<p>上一篇：<a href=\"t1.html\">{report.Agency}{report.Year - 1}年政府信息公开工作年度报告</a></p>\n");
        if (Neighbours > 1)
            html.Append("<p>下一篇：没有了</p>\n");
        return html.ToString();
    }

    private static string Side(Report report, string tag) => $"<{tag}>最新信息</{tag}>\n<ul>"
        + string.Concat(SideTitles.Select(title => $"<li><a href=\"t.html\">{title}</a> <span>01-1{title.Length % 10}</span></li>"))
        + $"<li><a href=\"old.html\">{report.Agency}{report.Year - 2}年政府信息公开工作年度报告</a></li></ul>\n";

    private string Foot(string tag) => $"<{tag}>主办：{Site}编辑部　承办：信息中心　电话：0000-1234567</{tag}>\n<{tag}>版权所有 备案号：某ICP备00000000号　网站标识码：0000000000</{tag}>\n";
}
