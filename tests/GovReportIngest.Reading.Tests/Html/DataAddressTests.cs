using System.Text;
using GovReportIngest.Reading.Html;
using GovReportIngest.TestKit;

namespace GovReportIngest.Reading.Tests.Html;

/// <summary>Pictures that a page holds in its own markup are pages where it shows them.</summary>
public sealed class DataAddressTests
{
    private const string Before = "<p>一、总体情况</p><p>全年公开信息12条，比上年增加3条。</p>";
    private const string After = "<p>六、其他</p>";

    private static readonly string Sheet = Convert.ToBase64String(File.ReadAllBytes(Repository.PathOf("samples", "inbox", "scan", "one-sheet.png")));

    [Fact]
    public void A_picture_in_the_markup_stands_where_the_page_shows_it()
    {
        var (parts, problems) = Parts($"<img src='data:image/png;base64,{Sheet}'>");

        Assert.Empty(problems);
        Assert.Equal([false, true, false], parts);
    }

    [Theory]
    [InlineData("data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==")]
    [InlineData("data:image/svg+xml;utf8,<svg/>")]
    public void Icons_are_left_out(string address)
    {
        var (parts, problems) = Parts($"<img src=\"{address}\">");

        Assert.Empty(problems);
        Assert.Equal([false], parts);
    }

    [Theory]
    [InlineData("data:image/png;base64,!!!!")]
    [InlineData("data:image/png,iVBORw0KGgo")]
    [InlineData("data:image/png;base64")]
    [InlineData("data:image/png;base64,")]
    public void An_address_that_is_not_well_formed_is_noted(string address)
    {
        var (parts, problems) = Parts($"<img src=\"{address}\">");

        Assert.Equal(["picture-unread"], problems);
        Assert.Equal([false], parts);
    }

    [Fact]
    public void A_link_to_data_is_not_followed()
    {
        var (parts, problems) = Parts("<p><a href='data:application/pdf;base64,JVBERi0=#a.pdf'>附件</a></p>");

        Assert.Empty(problems);
        Assert.Equal([false], parts);
    }

    [Fact]
    public void More_than_is_left_to_read_is_not_decoded() => Assert.Null(DataAddress.Decode("data:image/png;base64," + new string('A', 4000), 2000));

    private static (List<bool> ArePictures, List<string> Problems) Parts(string middle)
    {
        var pieces = HtmlReader.Read(Encoding.UTF8.GetBytes($"<html><body>{Before}{middle}{After}</body></html>")).Pieces;
        var (parts, problems) = PageParts.Of(pieces, ["/tmp/none/a.html"], new());
        foreach (var part in parts)
            part.Pages?.Dispose();
        return ([.. parts.Select(part => part.Pages is not null)], [.. problems.Select(problem => problem.Category)]);
    }
}
