using System.Text;
using GovReportIngest.Reading.Flow;
using GovReportIngest.Reading.Tests.Pdf;

namespace GovReportIngest.Reading.Tests.Html;

/// <summary>Pages made to break readers: each is refused within a short time, or read without harm.</summary>
public sealed class HostileHtmlTests
{
    public static TheoryData<string, string> Oversized => new()
    {
        { "nested blocks", Repeated("<div>", 100_000) },
        { "nested tables", Repeated("<table><tr><td>", 100_000) },
        { "nested formatting", "<p>" + string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<b id={number}>")) },
        { "many elements", Repeated("<p>1</p>", 450_000) },
        { "many cells", "<table>" + Repeated("<tr><td>1<td>2", 60_000) },
        { "wide rows", "<table><tr>" + Repeated("<td>1", 2_000) + "<tr><td>1<td>2" },
    };

    [Theory]
    [MemberData(nameof(Oversized))]
    public async Task It_is_refused_with_a_remedy(string what, string html)
    {
        Assert.NotEmpty(what);
        var (page, problems) = await HandWrittenPdf.ReadAsync("a.html", Encoding.UTF8.GetBytes("<html><body>" + html));

        Assert.Null(page);
        Assert.Equal("too-large", Assert.Single(problems));
    }

    [Fact]
    public void Spans_of_any_size_cost_nothing()
    {
        var grid = Page.Of("<table>" + Repeated("<tr><td rowspan=99999999999999>甲<td colspan=1000000>1</tr><tr><td colspan=1000000>2</tr></tbody>", 400) + "</table>").Grids.Single();

        Assert.Equal((800, 2, 1200), (grid.Rows, grid.Columns, grid.Cells.Count));
    }

    [Fact]
    public void Entities_that_a_page_declares_are_not_expanded()
    {
        var page = Page.Of("<!DOCTYPE html [<!ENTITY a '1111111111'><!ENTITY b '&a;&a;&a;&a;'>]><html><p>甲&b;乙</p>");

        Assert.Contains("甲&b;乙", page.Lines);
    }

    [Fact]
    public void A_style_sheet_without_end_ends_with_the_page()
    {
        Assert.Equal(["甲"], Page.Of("<style>p{" + new string('{', 50_000) + "</style><p>甲</p>").Lines);
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
