using GovReportIngest.Reading.Docx;
using GovReportIngest.Reading.Flow;
using GovReportIngest.Reading.Formats;
using GovReportIngest.TestKit;
using static GovReportIngest.Reading.Tests.Docx.TinyDocx;

namespace GovReportIngest.Reading.Tests.Docx;

/// <summary>Pictures of a Word file become pages where the text shows them, within limits.</summary>
public sealed class WordPictureTests
{
    private const string Image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

    private static readonly byte[] Sheet = File.ReadAllBytes(Repository.PathOf("samples", "inbox", "scan", "one-sheet.png"));
    private static readonly byte[] Icon = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public void A_picture_stands_between_the_paragraphs_that_show_it()
    {
        var (parts, problems) = Parts(P("甲") + Drawing("p1") + P("乙"), Sheet);

        Assert.Empty(problems);
        Assert.Equal(["word-document", "picture", "word-document"], parts);
    }

    [Fact]
    public void A_picture_of_an_old_program_is_read_too()
    {
        var (parts, _) = Parts(P("甲") + "<w:p><w:r><w:pict><v:shape><v:imagedata r:id='p1'/></v:shape></w:pict></w:r></w:p>", Sheet);

        Assert.Equal(["word-document", "picture"], parts);
    }

    [Fact]
    public void A_picture_in_a_cell_of_a_table_comes_behind_the_table()
    {
        var rows = string.Concat(Enumerable.Range(1, 3).Select(row => $"<w:tr>{Cell($"第{row}行")}{Cell($"{row}")}<w:tc>{Drawing("p1")}</w:tc></w:tr>"));
        var (parts, _) = Parts($"<w:tbl>{rows}</w:tbl>{P("乙")}", Sheet);

        Assert.Equal(["word-document", "picture", "word-document"], parts);
    }

    [Fact]
    public void Icons_and_repetitions_are_left_out()
    {
        var (parts, problems) = Parts(Drawing("p1") + Drawing("p2") + Drawing("p3") + Drawing("p1"), Sheet, Icon, Sheet);

        Assert.Empty(problems);
        Assert.Equal(["picture"], parts);
    }

    [Theory]
    [InlineData("p9")]
    [InlineData("s")]
    [InlineData("")]
    public void A_picture_that_is_not_in_the_file_is_noted(string relation)
    {
        var (parts, problems) = Parts(P("甲") + Drawing(relation), Sheet);

        Assert.Equal(["word-document"], parts);
        Assert.Equal(["picture-unread"], problems);
    }

    [Fact]
    public void Drawings_and_damaged_pictures_are_noted()
    {
        var (parts, problems) = Parts(P("甲") + Drawing("p1") + Drawing("p2"), [.. Enumerable.Repeat((byte)1, 5000)], [.. Sheet.Take(20), .. new byte[5000]]);

        Assert.Equal("word-document", parts[0]);
        Assert.Contains("picture-unread", problems);
    }

    [Fact]
    public void More_pictures_than_a_report_has_are_noted_and_not_read()
    {
        var pictures = Enumerable.Range(0, 60).Select(number => (byte[])[.. Sheet, (byte)number]).ToArray();
        var (parts, problems) = Parts(string.Concat(Enumerable.Range(1, 60).Select(number => Drawing($"p{number}"))), pictures);

        Assert.Equal(40, parts.Count(part => part == "picture"));
        Assert.Equal(["picture-unread"], problems);
    }

    [Fact]
    public void The_size_at_which_it_is_shown_gives_its_resolution()
    {
        using var stream = new MemoryStream(Docx(Drawing("p1", "<wp:extent cx='5486400' cy='8229600'/>"), Sheet));
        var part = Assert.Single(WordReader.Read(stream, new()).Parts);
        using var pages = part.Pages!;
        var content = Assert.IsType<PageContent.Image>(pages.Get(1));
        using var pixels = content.Pixels;

        Assert.Equal((int)Math.Round(pixels.Width / 6.0), pixels.Resolution.X);
        Assert.Equal((int)Math.Round(pixels.Height / 9.0), pixels.Resolution.Y);
    }

    private static (List<string> Parts, List<string> Problems) Parts(string body, params byte[][] pictures)
    {
        using var stream = new MemoryStream(Docx(body, pictures));
        var (parts, problems) = WordReader.Read(stream, new());
        foreach (var part in parts)
            part.Pages?.Dispose();
        return ([.. parts.Select(part => part.Pages is null ? part.Why : "picture")], [.. problems.Select(problem => problem.Category)]);
    }

    private static byte[] Docx(string body, params byte[][] pictures) => Of(
        body, links: string.Concat(pictures.Select((_, number) => $"<Relationship Id=\"p{number + 1}\" Type=\"{Image}\" Target=\"media/p{number + 1}.bin\"/>")),
        more: [.. pictures.Select((bytes, number) => ($"word/media/p{number + 1}.bin", bytes))]);

    private static string Drawing(string relation, string extent = "") =>
        $"<w:p><w:r><w:drawing><wp:inline>{extent}<a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:pic xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'>"
        + $"<pic:blipFill><a:blip r:embed='{relation}'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
}
