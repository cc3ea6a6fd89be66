using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Store;

/// <summary>A scan and a printed file of the samples, exported with their pages.</summary>
public sealed partial class ScanExportTests : IAsyncLifetime
{
    private const string Scan = "sealed-300.pdf";
    private const string Printed = "writer-song.pdf";
    private const int Dpi = 100;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-pages-");

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(PathOf("in"));
        File.Copy(Repository.PathOf("samples", "inbox", "scan", Scan), PathOf($"in/{Scan}"));
        File.Copy(Repository.PathOf("samples", "inbox", "pdf", Printed), PathOf($"in/{Printed}"));
        File.Copy(Repository.PathOf("samples", "inbox", "text", "pipes.md"), PathOf("in/pipes.md"));
        Assert.Equal(0, (await GovReport.RunAsync("ingest", PathOf("in"), "--out", PathOf("out"), "--data", PathOf("data"))).ExitCode);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Scans_become_searchable_printed_files_stay_and_alto_has_the_words_with_their_boxes()
    {
        var pdf = await GovReport.RunAsync("export", "--data", PathOf("data"), "--format", "pdf", "--out", PathOf("pdf/"), "--lang", "en");
        Assert.True(pdf.ExitCode == 0, pdf.ToString());
        Assert.Contains("pipes.md: it is neither PDF nor JPEG, PNG or TIFF", pdf.Complaints, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(PathOf($"in/{Printed}")), await File.ReadAllBytesAsync(PathOf($"pdf/{Printed}.searchable.pdf")));

        var searchable = PathOf($"pdf/{Scan}.searchable.pdf");
        Assert.Equal(await File.ReadAllBytesAsync(PathOf($"in/{Scan}")), (await File.ReadAllBytesAsync(searchable))[..(int)new FileInfo(PathOf($"in/{Scan}")).Length]);
        var record = RecordJson.Read(await File.ReadAllBytesAsync(PathOf($"out/{Scan}.record.json")));
        await FiguresAreFoundAsync(searchable, record);
        await ParagraphsStandInOrderAsync(searchable, record);
        await BoxesLieOnInkAsync(searchable, record.Pages.Count);

        Assert.Equal(0, (await GovReport.RunAsync("export", "--data", PathOf("data"), "--format", "alto", "--out", PathOf("alto/"))).ExitCode);
        var alto = XDocument.Load(PathOf($"alto/{Scan}.alto.xml"));
        var words = alto.Descendants(alto.Root!.Name.Namespace + "String").Select(word => (string)word.Attribute("CONTENT")!).ToList();
        Assert.Equal(record.Pages.Count, alto.Descendants(alto.Root.Name.Namespace + "Page").Count());
        Assert.All(FiguresOf(record), figure => Assert.Contains(figure, words));
        foreach (var file in (string[])[Scan, Printed])
            Assert.Empty(XmlStandards.FaultsOf(XDocument.Load(PathOf($"alto/{file}.alto.xml"))));
    }

    private static List<string> FiguresOf(ReportRecord record) =>
        [.. record.Fields.Where(field => field.Value is { State: FieldState.Printed, Value: FieldValue.Number } && !ReportPaths.Has(field.Key)).Select(field => field.Value.Printed!)];

    /// <summary>And the heading as it is printed, without a space between Han characters.</summary>
    private static async Task FiguresAreFoundAsync(string pdf, ReportRecord record)
    {
        var text = await RunAsync("pdftotext", Encoding.UTF8, "-layout", pdf, "-");
        var found = text.Split((char[])[' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries).GroupBy(word => word).ToDictionary(word => word.Key, word => word.Count());
        foreach (var figure in FiguresOf(record).GroupBy(figure => figure))
            Assert.True(found.GetValueOrDefault(figure.Key) >= figure.Count(), $"{figure.Key}: {found.GetValueOrDefault(figure.Key)} of {figure.Count()}");
        Assert.Contains("收到和处理政府信息公开申请情况", text, StringComparison.Ordinal);
    }

    /// <summary>Most of them whole, as readers of PDF put lines together by their places; where a page ends, others may come between.</summary>
    private static async Task ParagraphsStandInOrderAsync(string pdf, ReportRecord record)
    {
        static string Packed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        static IEnumerable<string> ParagraphsOf(OutlineNode node) => node.Paragraphs.Concat(node.Children.SelectMany(ParagraphsOf));
        var text = Packed(await RunAsync("pdftotext", Encoding.UTF8, pdf, "-"));
        var paragraphs = record.Outline.SelectMany(ParagraphsOf).Select(Packed).ToList();
        var whole = paragraphs.Count(paragraph => text.Contains(paragraph, StringComparison.Ordinal));

        Assert.InRange(paragraphs.Count, 8, 20);
        Assert.True(whole >= paragraphs.Count * 0.75, $"{whole} of {paragraphs.Count}");
    }

    /// <summary>Nearly all ink of the pages, rules apart, lies in a box, and nearly all boxes hold some.</summary>
    private static async Task BoxesLieOnInkAsync(string pdf, int pages)
    {
        var (withInk, all) = (0, 0);
        for (var page = 1; page <= pages; page++)
        {
            var number = page.ToString(CultureInfo.InvariantCulture);
            var boxes = Word().Matches(await RunAsync("pdftotext", Encoding.UTF8, "-bbox", "-f", number, "-l", number, pdf, "-"));
            var picture = await RunAsync("pdftoppm", Encoding.Latin1, "-r", Dpi.ToString(CultureInfo.InvariantCulture), "-gray", "-f", number, "-l", number, pdf);
            var head = Head().Match(picture);
            var width = int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture);
            foreach (Match box in boxes)
            {
                var edges = Enumerable.Range(1, 4).Select(group => (int)(double.Parse(box.Groups[group].Value, CultureInfo.InvariantCulture) * Dpi / 72)).ToArray();
                var dark = 0;
                for (var y = edges[1]; y <= edges[3]; y++)
                    for (var x = edges[0]; x <= edges[2]; x++)
                        dark += picture[head.Length + y * width + x] < 160 ? 1 : 0;
                withInk += dark >= 2 ? 1 : 0;
                all++;
            }
        }

        Assert.InRange(all, 300, 3000);
        Assert.True(withInk >= all * 0.98, $"{withInk} of {all}");
    }

    private static async Task<string> RunAsync(string program, Encoding encoding, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = encoding })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [GeneratedRegex("<word xMin=\"([^\"]+)\" yMin=\"([^\"]+)\" xMax=\"([^\"]+)\" yMax=\"([^\"]+)\">")]
    private static partial Regex Word();

    [GeneratedRegex("^P5\n([0-9]+) [0-9]+\n255\n")]
    private static partial Regex Head();
}
