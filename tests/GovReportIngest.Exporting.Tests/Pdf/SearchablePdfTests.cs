using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Exporting.Pdf;
using Xunit.Abstractions;

namespace GovReportIngest.Exporting.Tests.Pdf;

/// <summary>PDFs written by hand, with text added, as Poppler reads them.</summary>
public sealed partial class SearchablePdfTests(ITestOutputHelper output)
{
    private static PageText Page(int rotation = 0, bool isScan = true, double width = 400, double height = 600) => new(1, width, height, rotation, isScan,
    [
        new([TextWord.Of("依申请", new(50, 100, 36, 12), 1) with { JoinsNext = true }, TextWord.Of("公开", new(88, 100, 24, 12), 1), TextWord.Of("1234", new(118, 101, 28, 10), 1)]),
        new([new("𠮷林省", new(50, 140), new(86, 143), 12, 1)]),
    ]);

    /// <summary>One page; its table is a plain one, or a stream with the page in an object stream.</summary>
    private static byte[] Original(bool hasStreams = false, string page = "/MediaBox [0 0 400 600]", string trailer = "")
    {
        var pdf = new MemoryStream();
        var offsets = new SortedDictionary<int, int>();
        void Put(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        void Object(int number, string text)
        {
            offsets[number] = (int)pdf.Length;
            Put(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{text}\nendobj\n"));
        }

        Put("%PDF-1.5\n");
        Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        var body = $"<< /Type /Page /Parent 2 0 R {page} /Contents 4 0 R /Note (a\\) [ << ) >>";
        var pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /ProcSet [/PDF] >> >>";
        Object(4, "<< /Length 22 >>\nstream\n1 0 0 RG 10 10 m 50 50 l S\nendstream".Replace("22", "26", StringComparison.Ordinal));
        if (!hasStreams)
        {
            Object(2, pages);
            Object(3, body);
            var table = (int)pdf.Length;
            Put("xref\n0 1\n0000000000 65535 f \n1 4\n");
            foreach (var (_, offset) in offsets)
                Put(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
            Put(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size 5 /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"));
            return pdf.ToArray();
        }

        var head = string.Create(CultureInfo.InvariantCulture, $"2 0 3 {pages.Length + 1} ");
        Object(5, string.Create(CultureInfo.InvariantCulture, $"<< /Type /ObjStm /N 2 /First {head.Length} /Length {head.Length + pages.Length + 1 + body.Length} >>\nstream\n{head}{pages} {body}\nendstream"));
        var stream = (int)pdf.Length;
        byte[] Row(int kind, int second, int third) => [(byte)kind, (byte)(second >> 8), (byte)(second & 255), (byte)third];
        byte[] rows = [.. Row(0, 0, 0), .. Row(1, offsets[1], 0), .. Row(2, 5, 0), .. Row(2, 5, 1), .. Row(1, offsets[4], 0), .. Row(1, offsets[5], 0), .. Row(1, stream, 0)];
        Put(string.Create(CultureInfo.InvariantCulture, $"6 0 obj\n<< /Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Length {rows.Length} {trailer} >>\nstream\n"));
        pdf.Write(rows);
        Put(string.Create(CultureInfo.InvariantCulture, $"\nendstream\nendobj\nstartxref\n{stream}\n%%EOF\n"));
        return pdf.ToArray();
    }

    private static byte[] Add(byte[] original, params IReadOnlyList<PageText> pages) => [.. original, .. SearchablePdf.UpdateOf(original, pages)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_is_found_in_its_order_without_stray_spaces_and_the_original_is_the_beginning(bool hasStreams)
    {
        var original = Original(hasStreams);
        var searchable = Add(original, [Page()]);

        Assert.Equal(original, searchable[..original.Length]);
        Assert.Equal(["依申请公开", "1234", "𠮷林省"], (await PopplerAsync("pdftotext", searchable, "-")).Split((char[])[' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(await PixelsAsync(original), await PixelsAsync(searchable));
    }

    [Fact]
    public async Task Text_that_is_added_once_more_leaves_the_earlier_one_readable()
    {
        var other = Page() with { Lines = [new([TextWord.Of("另一份文字", new(50, 400, 60, 12), 1)])] };
        var text = await PopplerAsync("pdftotext", Add(Add(Original(), [Page()]), [other]), "-");

        Assert.Contains("依申请公开", text, StringComparison.Ordinal);
        Assert.Contains("另一份文字", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/MediaBox [0 0 400 600]", 0, 400, 600)]
    [InlineData("/MediaBox [20 30 420 630]", 0, 400, 600)]
    [InlineData("/MediaBox [0 0 1000 1000] /CropBox [100 200 500 800]", 0, 400, 600)]
    [InlineData("/MediaBox [0 0 600 400] /Rotate 90", 0, 400, 600)]
    [InlineData("/MediaBox [0 0 400 600] /Rotate 180", 0, 400, 600)]
    [InlineData("/MediaBox [0 0 600 400] /Rotate 270", 0, 400, 600)]
    [InlineData("/MediaBox [0 0 600 400] /Rotate -90", 0, 400, 600)]
    [InlineData("/MediaBox [400 600 0 0]", 0, 400, 600)]
    [InlineData("/MediaBox [0 0 400 600] /CropBox [-50 -50 900 900]", 0, 400, 600)]
    public async Task Boxes_lie_where_the_words_are_on_pages_of_any_box_and_turn(string page, int rotation, double width, double height)
    {
        var boxes = await PopplerAsync("pdftotext", Add(Original(page: page), [Page(rotation, width: width, height: height)]), "-bbox", "-cropbox");
        var word = Word().Matches(boxes).Single(match => match.Groups[5].Value == "1234");
        double[] edges = [.. Enumerable.Range(1, 4).Select(group => double.Parse(word.Groups[group].Value, CultureInfo.InvariantCulture))];

        foreach (var (edge, expected) in edges.Zip((double[])[118, 101, 146, 111]))
            Assert.InRange(edge, expected - 3, expected + 3);
    }

    [Fact]
    public async Task A_page_that_was_turned_to_be_read_gets_its_text_as_it_lies()
    {
        // Scanned upside down: what is at the top left of the upright page is at the bottom right of the file's.
        var boxes = await PopplerAsync("pdftotext", Add(Original(), [Page(180)]), "-bbox");
        var word = Word().Matches(boxes).Single(match => match.Groups[5].Value == "1234");

        Assert.InRange(double.Parse(word.Groups[1].Value, CultureInfo.InvariantCulture), 400 - 146 - 3, 400 - 146 + 3);
        Assert.InRange(double.Parse(word.Groups[2].Value, CultureInfo.InvariantCulture), 600 - 111 - 3, 600 - 111 + 3);
    }

    [Fact]
    public void Nothing_is_added_to_pages_with_text_of_their_own()
    {
        var original = Original();
        Assert.Equal(original, Add(original, [Page(isScan: false)]));
        Assert.Equal(original, Add(original, []));
    }

    [Fact]
    [Trait("Judged", "by-the-clock")]
    public void Pages_get_their_text_at_twenty_a_second_and_more()
    {
        const int Pages = 500;
        const int LeastPerSecond = 20;
        var page = new PageText(1, 400, 600, 0, true, [.. Enumerable.Range(0, 40).Select(line => new TextLine(
            [.. Enumerable.Range(0, 12).Select(word => TextWord.Of($"{(char)('一' + 13 * line + word)}{line}", new(30 + 28 * word, 20 + 14 * line, 24, 11), 0.9))]))]);
        var spent = Process.GetCurrentProcess().TotalProcessorTime;
        for (var count = 0; count < Pages; count++)
        {
            Add(Original(), [page]);
            AltoXml.Write([page], ExportedStore.Sample);
        }

        var rate = Pages / (Process.GetCurrentProcess().TotalProcessorTime - spent).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"» {rate:0} pages a processor second to searchable PDF and ALTO ({Pages})"));
        Assert.True(rate >= LeastPerSecond, $"{rate}");
    }

    [Fact]
    public void What_is_encrypted_or_damaged_is_refused_and_never_worse()
    {
        Assert.Contains("encrypted", Assert.Throws<PdfException>(() => Add(Original(trailer: "/Encrypt 9 0 R"), [Page()])).Message, StringComparison.Ordinal);
        Assert.Throws<PdfException>(() => Add("no PDF at all"u8.ToArray(), [Page()]));
        const int Seed = 77;
        var random = new Random(Seed);
        for (var round = 0; round < 4000; round++)
        {
            var damaged = Original(round % 2 == 0);
            for (var count = 0; count < 1 + round % 8; count++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                Add(round % 5 == 0 ? damaged[..random.Next(damaged.Length)] : damaged, [Page()]);
            }
            catch (PdfException)
            {
                continue;
            }
        }
    }

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "a length that needs the stream itself", "/Length 137 >>", "/Length 2 0 R >>" },
        { "pages without end", "/Kids [3 0 R]", "/Kids [2 0 R]" },
        { "more objects than numbers", "0 1\n0000000000", "2147483647 9\n0000000000" },
        { "an object before the file", "1 4\n00000000", "1 4\n-9999999" },
        { "a table far away", "startxref\n", "startxref\n99999" },
        { "a table before this one that is none", "/Root 1 0 R", "/Root 1 0 R /Prev 1e300" },
        { "rows without bytes", "/W [1 2 1]", "/W [0 0 0]" },
        { "rows from a number that cannot be", "/W [1 2 1]", "/W [1 2 1] /Index [2147483647 9]" },
        { "rows from a number below zero", "/W [1 2 1]", "/W [1 2 1] /Index [-5 9]" },
        { "places in a stream that cannot be", "/First ", "/First -7 /Was " },
        { "a page without size", "/MediaBox [0 0 400 600]", "/MediaBox [1e99 1e999 9 null]" },
        { "a turn that cannot be", "/MediaBox [0 0 400 600]", "/MediaBox [0 0 400 600] /Rotate 2147483647" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_written_to_do_harm_is_refused_or_taken_as_it_is(string what, string from, string to)
    {
        foreach (var original in (byte[][])[Original(), Original(hasStreams: true)])
        {
            var text = Encoding.Latin1.GetString(original);
            var failure = Record.Exception(() => Add(Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal)), [Page()]));
            Assert.True(failure is null or PdfException, $"{what}: {failure}");
        }
    }

    [Fact]
    public void A_tree_whose_branches_are_the_same_node_again_and_again_ends()
    {
        var original = Original(page: $"/Kids [{string.Concat(Enumerable.Repeat("4 0 R ", 60_000))}]");
        Assert.Throws<PdfException>(() => Add(original, [Page()]));
    }

    [Fact]
    public async Task Drawing_that_does_not_restore_what_it_changes_does_not_move_the_text()
    {
        // The original scales everything by ten, and never takes it back.
        var original = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Original()).Replace("1 0 0 RG 10 10 m 50 50 l S", "q 10 0 0 10 0 0 cm 9 Tc    ", StringComparison.Ordinal));
        var word = Word().Matches(await PopplerAsync("pdftotext", Add(original, [Page()]), "-bbox")).Single(match => match.Groups[5].Value == "1234");

        Assert.InRange(double.Parse(word.Groups[1].Value, CultureInfo.InvariantCulture), 118 - 3, 118 + 3);
    }

    private static async Task<string> PixelsAsync(byte[] pdf) => await PopplerAsync("pdftoppm", pdf, "-r", "40", "-gray");

    private static async Task<string> PopplerAsync(string program, byte[] pdf, params string[] options)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            string[] arguments = program == "pdftoppm" ? [.. options, file] : options is ["-"] ? [file, "-"] : [.. options, file, "-"];
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = program == "pdftoppm" ? Encoding.Latin1 : Encoding.UTF8 })!;
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            Assert.Equal("", said[1]);
            return said[0];
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex("<word xMin=\"([^\"]+)\" yMin=\"([^\"]+)\" xMax=\"([^\"]+)\" yMax=\"([^\"]+)\">([^<]*)</word>")]
    private static partial Regex Word();
}
