using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Tests.Docx;
using GovReportIngest.Reading.Tests.Pdf;
using GovReportIngest.TestKit;

namespace GovReportIngest.Reading.Tests.Html;

/// <summary>Pages of files that belong to a saved page stand where it shows them, and no other file is opened.</summary>
public sealed class PagePartsTests : IDisposable
{
    private const string Before = "<p>一、总体情况</p><p>全年公开信息12条，比上年增加3条。</p>";
    private const string After = "<p>六、其他</p>";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_document_that_the_page_links_to_follows_where_the_link_stands()
    {
        Write("附件.pdf", HandWrittenPdf.Page("BT /F 12 Tf 50 700 Td (12) Tj ET"));
        Write("b.docx", TinyDocx.Of(TinyDocx.P("甲")));

        var (pages, problems) = await ReadAsync(Before + "<p><a href='%E9%99%84%E4%BB%B6.pdf'>附件</a>，<a href=./b.docx?x=1>表</a></p>" + After);

        Assert.Empty(problems);
        Assert.Equal(["web-page", "text-layer-fits", "word-document", "web-page"], pages.Select(page => page.Why));
        Assert.Equal([1, 2, 3, 4], pages.Select(page => page.Number));
        Assert.Equal("12", Assert.Single(pages[1].Words).Text);
    }

    [Fact]
    public async Task A_picture_of_a_table_is_read_as_a_page_and_icons_are_not()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "a_files"));
        Write("a_files/t.png", File.ReadAllBytes(Repository.PathOf("samples", "inbox", "scan", "one-sheet.png")));
        Write("a_files/icon.png", [.. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")]);

        var (files, _) = Discovered(Before + "<img src=a_files/icon.png><img src='a_files/t.png'>" + After);
        var pieces = GovReportIngest.Reading.Html.HtmlReader.Read(await File.ReadAllBytesAsync(files[0])).Pieces;
        var (parts, problems) = GovReportIngest.Reading.Html.PageParts.Of(pieces, files, new());

        Assert.Empty(problems);
        Assert.Equal([false, true, false], parts.Select(part => part.Pages is not null));
        parts[1].Pages!.Dispose();
    }

    [Theory]
    [InlineData("../secret.pdf")]
    [InlineData("a_files/../../secret.pdf")]
    [InlineData("%2e%2e/secret.pdf")]
    [InlineData("..%2fsecret.pdf")]
    [InlineData("..\\secret.pdf")]
    [InlineData("/etc/passwd.pdf")]
    [InlineData("file:///etc/passwd.pdf")]
    [InlineData("http://203.0.113.1/a.pdf")]
    [InlineData("//203.0.113.1/a.pdf")]
    [InlineData("link.pdf")]
    [InlineData("a_files/link.pdf")]
    [InlineData("other/secret.pdf")]
    public async Task Addresses_that_lead_elsewhere_are_not_followed(string address)
    {
        var secret = HandWrittenPdf.Page("BT /F 12 Tf 50 700 Td (77) Tj ET");
        var outside = Directory.CreateTempSubdirectory("govreport-test-");
        File.WriteAllBytes(Path.Combine(outside.FullName, "secret.pdf"), secret);
        Directory.CreateDirectory(Path.Combine(folder.FullName, "a_files"));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "other"));
        Write("other/secret.pdf", secret);
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "link.pdf"), Path.Combine(outside.FullName, "secret.pdf"));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "a_files", "link.pdf"), Path.Combine(outside.FullName, "secret.pdf"));

        var (pages, _) = await ReadAsync($"{Before}<p><a href=\"{address}\">附件</a></p>{After}");

        outside.Delete(recursive: true);
        Assert.Equal("web-page", Assert.Single(pages).Why);
    }

    [Fact]
    public async Task A_picture_that_is_not_there_and_a_part_that_cannot_be_read_are_reported()
    {
        Write("b.pdf", "%PDF-1.4 and then nothing"u8.ToArray());

        var (pages, problems) = await ReadAsync(Before + "<img src=gone.png><p><a href=b.pdf>附件</a></p>" + After);

        Assert.Single(pages);
        Assert.Equal(["part-unread", "picture-missing"], problems.Order(StringComparer.Ordinal));
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);

    private (IReadOnlyList<string> Files, string Page) Discovered(string html)
    {
        Write("a.html", System.Text.Encoding.UTF8.GetBytes($"<html><body>{html}</body></html>"));
        var page = Path.Combine(folder.FullName, "a.html");
        return ([page, .. SavedPages.PartsOf(page)], page);
    }

    private async Task<(IReadOnlyList<ReadPage> Pages, IReadOnlyList<string> Problems)> ReadAsync(string html)
    {
        var source = new SourceDocument { Path = "a.html", Files = Discovered(html).Files, Sha256 = "", Bytes = 1 };
        using var reader = new DocumentReader(new());
        await using var document = await reader.OpenAsync(source, CancellationToken.None);
        var pages = new List<ReadPage>();
        await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
            pages.Add(page);
        return (pages, [.. document.Problems.Select(problem => problem.Category)]);
    }
}
