using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Tests.Worker;
using GovReportIngest.Reading.Worker;
using GovReportIngest.TestKit;

namespace GovReportIngest.Reading.Tests.Ocr;

/// <summary>Two scanned sample pages side by side are read as the pages they are.</summary>
public sealed class SpreadPagesTests : IDisposable
{
    private const int Dpi = 200;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Pages_of_a_spread_have_their_words_where_they_stand_on_it(int quarters)
    {
        var (left, right) = (Sample("page1.jpg"), Sample("page3.jpg"));
        using var reader = new DocumentReader(new());
        var spread = await ReadAsync(reader, Save(Beside(left, right), quarters));
        var alone = (await ReadAsync(reader, Save(right, quarters))).Single();

        Assert.Equal([PagePart.Left, PagePart.Right], spread.Select(page => page.Part));
        Assert.All(spread, page => Assert.Equal((1, 2 * left.Width * 72.0 / Dpi, 90 * quarters), (page.SourcePage, page.Width, page.Rotation), (one, other) =>
            one.Item1 == other.Item1 && Math.Abs(one.Item2 - other.Item2) < 1 && one.Item3 == other.Item3));
        var (once, there) = (Once(alone), Once(spread[1]));
        var both = once.Keys.Where(there.ContainsKey).ToList();
        Assert.InRange(both.Count, 10, once.Count);
        Assert.True(both.Count >= 0.8 * once.Count, $"{both.Count} of {once.Count} words");
        // The engine tells some places by a character's width more or less.
        var shifts = both.Select(text => there[text].X - once[text].X).Order().ToList();
        Assert.Equal(left.Width * 72.0 / Dpi, shifts[shifts.Count / 2], 1.5);
    }

    [Fact]
    public async Task Cells_of_both_pages_can_be_read_by_a_worker_that_never_saw_them()
    {
        var path = Save(Beside(Sample("page2.jpg"), Sample("page3.jpg")), 0);
        using var reader = new DocumentReader(new());
        var pages = await ReadAsync(reader, path);
        await using var pool = new WorkerPool(ScriptFile.Options("worker"));

        foreach (var page in pages)
        {
            await using var here = await reader.OpenAsync(SourceOf(path), CancellationToken.None);
            await using var there = await pool.OpenAsync(SourceOf(path), CancellationToken.None);
            var cells = page.UnreadInk.Take(5).Select(box => new CellRequest(new(box.X - 4, box.Y - 3, box.Width + 8, box.Height + 6), CellKind.Decimal, 0)).ToList();
            var readings = await here.ReadCellsAsync(page.Number, cells, CancellationToken.None);
            Assert.Equal(readings.Select(reading => reading.Text), (await there.ReadCellsAsync(page.Number, cells, CancellationToken.None)).Select(reading => reading.Text));
        }

        Assert.Contains(pages, page => page.UnreadInk.Count > 0);
    }

    /// <summary>Where words stand on the scan that a page has once.</summary>
    private static Dictionary<string, Box> Once(ReadPage page) => page.Words.GroupBy(word => word.Text).Where(same => same.Count() == 1 && same.Key.Length > 1)
        .ToDictionary(same => same.Key, same => page.Frame.ToSource(same.Single().Box));

    private static SourceDocument SourceOf(string path) => new() { Path = "a.png", Files = [path], Sha256 = new('0', 64), Bytes = new FileInfo(path).Length };

    private static async Task<List<ReadPage>> ReadAsync(DocumentReader reader, string path)
    {
        await using var document = await reader.OpenAsync(SourceOf(path), CancellationToken.None);
        var pages = new List<ReadPage>();
        await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
            pages.Add(page);
        return pages;
    }

    private static GrayImage Sample(string name)
    {
        using var pix = PixImage.Decode(File.ReadAllBytes(Repository.PathOf("samples", "inbox", "scan", "shaded-200", name)))!;
        using var grey = PixImage.ToGrey(pix);
        return PixImage.ToManaged(grey);
    }

    private static GrayImage Beside(GrayImage left, GrayImage right)
    {
        var sheet = new GrayImage(left.Width + right.Width, Math.Min(left.Height, right.Height));
        for (var y = 0; y < sheet.Height; y++)
        {
            left.Pixels.AsSpan(y * left.Width, left.Width).CopyTo(sheet.Pixels.AsSpan(y * sheet.Width));
            right.Pixels.AsSpan(y * right.Width, right.Width).CopyTo(sheet.Pixels.AsSpan(y * sheet.Width + left.Width));
        }

        return sheet;
    }

    private string Save(GrayImage image, int quarters)
    {
        using var pix = PixImage.ToNative(image);
        using var turned = quarters == 0 ? PixImage.Checked(Leptonica.pixClone(pix), "pixClone") : PixImage.Checked(Leptonica.pixRotateOrth(pix, quarters), "pixRotateOrth");
        _ = Leptonica.pixSetResolution(turned, Dpi, Dpi);
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid()}.png");
        File.WriteAllBytes(path, PixImage.EncodePng(turned));
        return path;
    }
}
