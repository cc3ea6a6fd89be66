using System.Text;
using GovReportIngest.Reading.Tests.Pdf;
using static GovReportIngest.Reading.Tests.Docx.TinyDocx;

namespace GovReportIngest.Reading.Tests.Docx;

/// <summary>Files made to break readers: each is refused, or read without harm; no part of them leads anywhere.</summary>
public sealed class HostileDocxTests
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "nested tables", Of(Repeated("<w:tbl><w:tr><w:tc>", 100_000) + Repeated("</w:tc></w:tr></w:tbl>", 100_000)), "too-large" },
        { "entities", Of(P("&b;"), before: "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>"), "damaged" },
        { "external entity", Of(P("&b;"), before: "<!DOCTYPE x [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"), "damaged" },
        { "bomb", Of(P("甲"), more: [("word/media/a.bin", new byte[20_000_000])]), "too-large" },
        { "paths", Of(P("甲"), more: [("word/../../../tmp/a", [1])]), "damaged" },
        { "entries", Of(P("甲"), more: [.. Enumerable.Range(0, 6_000).Select(number => ($"word/{number}.bin", Array.Empty<byte>()))]), "too-large" },
        { "many cells", Of("<w:tbl>" + Repeated("<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", 60_000) + "</w:tbl>"), "too-large" },
        { "no document", Zip([("[Content_Types].xml", Utf8("<Types/>")), ("word/document.xml", Utf8("<w/>"))]), "damaged" },
        { "cut off", Of(P("甲"))[..900], "damaged" },
        { "not well-formed", Of("<w:p>"), "damaged" },
        { "blank", Of("<w:p/>"), "empty" },
        { "an archive", Zip([("a.txt", [65])]), "unsupported-format" },
        { "OFD", Zip([("OFD.xml", [65]), ("Doc_0/Document.xml", [65])]), "unsupported-format" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_is_refused_with_a_remedy(string what, byte[] file, string category)
    {
        Assert.NotEmpty(what);
        var (page, problems) = await HandWrittenPdf.ReadAsync("a.docx", file);

        Assert.Null(page);
        Assert.Equal(category, Assert.Single(problems));
    }

    [Fact]
    public void Links_out_of_the_file_and_links_that_are_no_addresses_change_nothing()
    {
        const string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var links = $"<Relationship Id=\"l1\" Type=\"{type}/hyperlink\" Target=\"http://exa mple:99999/%\" TargetMode=\"External\"/><Relationship Id=\"l2\" Type=\"{type}/attachedTemplate\" Target=\"http://203.0.113.1/x.dotm\" TargetMode=\"External\"/>"
            + $"<Relationship Id=\"l3\" Type=\"{type}/image\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>";

        Assert.Equal(["甲"], Lines(Of(P("甲"), links: links)));
    }

    [Fact]
    public void Spans_of_any_size_cost_nothing()
    {
        var table = "<w:tbl>" + Repeated("<w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999999'/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>", 300) + "</w:tbl>";

        Assert.NotEmpty(Read(Of(table)));
    }

    [Fact]
    public async Task A_name_with_another_extension_is_noted()
    {
        var (page, problems) = await HandWrittenPdf.ReadAsync("a.doc", Of(P("甲")));

        Assert.NotNull(page);
        Assert.Equal(["wrong-extension"], problems);
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
