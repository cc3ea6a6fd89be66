using System.Text;
using System.Xml.Linq;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Export.Pages;

public sealed class AltoXmlTests
{
    private static readonly PageText Page = new(2, 595.2, 841.8, 0, true,
        [new([TextWord.Of("甲<\u0001", new(72, 72, 36, 12), 0.875) with { JoinsNext = true }, TextWord.Of("乙", new(110, 72, 12, 12), 1), TextWord.Of("3", new(200, 72, 6, 12), 1)])]);

    private static XDocument Write(params PageText[] pages) => XDocument.Parse(Encoding.UTF8.GetString(AltoXml.Write(pages, RecordJsonTests.Sample())));

    [Fact]
    public void Alto_has_every_word_with_its_box_in_tenths_of_a_millimetre_and_its_confidence()
    {
        var alto = Write(Page);
        var names = alto.Root!.Name.Namespace;

        Assert.Equal("http://www.loc.gov/standards/alto/ns-v4#", names.NamespaceName);
        var words = alto.Descendants(names + "String").ToList();
        Assert.Equal(["甲<", "乙", "3"], words.Select(word => (string)word.Attribute("CONTENT")!));
        Assert.Equal(("254", "254", "127", "42", "0.88"), ((string)words[0].Attribute("HPOS")!, (string)words[0].Attribute("VPOS")!, (string)words[0].Attribute("WIDTH")!, (string)words[0].Attribute("HEIGHT")!, (string)words[0].Attribute("WC")!));
        Assert.Single(alto.Descendants(names + "SP"));
        Assert.Equal("2", (string)alto.Descendants(names + "Page").Single().Attribute("PHYSICAL_IMG_NR")!);
    }

    [Fact]
    public void Alto_keeps_to_its_standard_with_several_pages_and_with_blank_ones() =>
        Assert.Empty(XmlStandards.FaultsOf(Write(Page, Page with { SourcePage = 3, Lines = [] }, Page with { SourcePage = 4 })));

    [Theory]
    [InlineData("String", "CONTENT", null)]
    [InlineData("String", "WC", "1.01")]
    [InlineData("String", "HPOS", "left")]
    [InlineData("String", "TEXT", "甲")]
    [InlineData("Page", "ID", null)]
    [InlineData("TextBlock", "ID", null)]
    [InlineData("TextLine", "ID", "page2")]
    public void The_standard_is_not_kept_with(string element, string attribute, string? value)
    {
        var alto = Write(Page);
        alto.Descendants(alto.Root!.Name.Namespace + element).First().SetAttributeValue(attribute, value);

        Assert.NotEmpty(XmlStandards.FaultsOf(alto));
    }

    [Fact]
    public void The_standard_is_not_kept_by_a_line_without_words_or_elements_in_another_order()
    {
        var (empty, turned) = (Write(Page), Write(Page));
        empty.Descendants(empty.Root!.Name.Namespace + "TextLine").Single().RemoveNodes();
        turned.Root!.Add(turned.Root.Elements().First());
        turned.Root.Elements().First().Remove();

        Assert.NotEmpty(XmlStandards.FaultsOf(empty));
        Assert.NotEmpty(XmlStandards.FaultsOf(turned));
    }
}
