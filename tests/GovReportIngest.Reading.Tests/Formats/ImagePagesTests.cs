using System.Buffers.Binary;
using System.Text;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Tests.Pdf;

namespace GovReportIngest.Reading.Tests.Formats;

public sealed class ImagePagesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-test-");

    [Theory]
    [InlineData(1, 10, 30)]
    [InlineData(6, 30, 10)]
    [InlineData(8, 30, 10)]
    [InlineData(3, 10, 30)]
    public void A_photo_is_turned_as_its_camera_says(int orientation, int width, int height)
    {
        using var pages = ImagePages.Open([Save("a.jpg", WithOrientation(Jpeg(10, 30), orientation))], new());

        using var image = ((PageContent.Image)pages.Get(1)).Pixels;
        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.Equal(orientation is 6 or 8 ? width : height, Math.Max(image.Width, image.Height));
    }

    [Fact]
    public void A_turned_photo_has_its_dark_corner_where_the_camera_says()
    {
        using var pages = ImagePages.Open([Save("a.jpg", WithOrientation(Jpeg(64, 32), 6))], new());

        using var image = ((PageContent.Image)pages.Get(1)).Pixels;
        using var grey = PixImage.ToGrey(image);
        var managed = PixImage.ToManaged(grey);
        Assert.True(managed[28, 4] < 80, "top right is dark after a quarter turn clockwise");
        Assert.True(managed[4, 4] > 180);
    }

    [Fact]
    public void Every_page_of_a_tiff_file_is_a_page()
    {
        var path = Path.Combine(folder.FullName, "a.tif");
        using (var pix = PixImage.ToNative(new GrayImage(40, 50)))
        using (var bilevel = Leptonica.pixThresholdToBinary(pix, 128))
        {
            Assert.Equal(0, Leptonica.pixWriteTiff(path, bilevel, Leptonica.FormatTiffG4, "w"));
            Assert.Equal(0, Leptonica.pixWriteTiff(path, bilevel, Leptonica.FormatTiffG4, "a"));
        }

        using var pages = ImagePages.Open([path], new());

        Assert.Equal(2, pages.Count);
        using var second = ((PageContent.Image)pages.Get(2)).Pixels;
        Assert.Equal((40, 50, 1), (second.Width, second.Height, second.Depth));
    }

    [Fact]
    public void A_tiff_file_cut_off_has_a_damaged_page_where_the_lost_ones_were()
    {
        var whole = Chequered(pages: 3);

        using var pages = ImagePages.Open([Save("cut.tif", whole[..(whole.Length * 2 / 3 - 20)])], new());

        Assert.Equal(2, pages.Count);
        using var first = ((PageContent.Image)pages.Get(1)).Pixels;
        var lost = Assert.IsType<PageContent.Done>(pages.Get(2)).Page;
        Assert.Equal((PageReading.None, "damaged"), (lost.Reading, Assert.Single(lost.Problems).Category));
    }

    [Fact]
    public void A_fax_page_with_a_hole_in_its_data_says_so_and_a_whole_one_does_not()
    {
        var whole = Chequered(pages: 1);
        var torn = whole.ToArray();
        Array.Clear(torn, torn.Length / 3, 40);
        using var wholePages = ImagePages.Open([Save("whole.tif", whole)], new());
        using var tornPages = ImagePages.Open([Save("torn.tif", torn)], new());

        var tornPage = (PageContent.Image)tornPages.Get(1);
        var wholePage = (PageContent.Image)wholePages.Get(1);

        using (tornPage.Pixels)
        using (wholePage.Pixels)
            Assert.Equal(("damaged", null), (tornPage.Problem?.Category, wholePage.Problem?.Category));
    }

    /// <summary>A fax file (G4) with squares of all sizes.</summary>
    private byte[] Chequered(int pages)
    {
        var path = Path.Combine(folder.FullName, "chequered.tif");
        var image = new GrayImage(200, 200);
        for (var y = 0; y < 200; y++)
            for (var x = 0; x < 200; x++)
                image[x, y] = (byte)((x * x / 90 + y * y / 70) % 2 * 255);
        using var pix = PixImage.ToNative(image);
        using var bilevel = Leptonica.pixThresholdToBinary(pix, 128);
        for (var page = 0; page < pages; page++)
            Assert.Equal(0, Leptonica.pixWriteTiff(path, bilevel, Leptonica.FormatTiffG4, page == 0 ? "w" : "a"));
        return File.ReadAllBytes(path);
    }

    [Fact]
    public async Task An_image_beyond_the_limit_is_refused_by_its_header_alone()
    {
        var png = Convert.FromHexString("89504E470D0A1A0A0000000D49484452000000000000000008000000000000000000");
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), 50_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), 50_000);
        var before = GC.GetTotalAllocatedBytes();

        var (page, _) = await HandWrittenPdf.ReadAsync("a.png", png);

        Assert.Equal((PageReading.None, "too-large"), (page!.Reading, Assert.Single(page.Problems).Category));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 20_000_000);
    }

    [Theory]
    [InlineData("image/png", "89504E470D0A1A0A0000")]
    [InlineData("image/tiff", "49492A00FFFFFFFF0000")]
    [InlineData("image/jpeg", "FFD8FFE000104A464946")]
    public async Task A_cut_off_image_is_damaged(string mediaType, string hex)
    {
        var (page, _) = await HandWrittenPdf.ReadAsync("a", Convert.FromHexString(hex));

        Assert.Equal("damaged", Assert.Single(page!.Problems).Category);
        Assert.Equal(ContentKind.Image, ContentSniffer.Sniff(Convert.FromHexString(hex)).Kind);
        Assert.Equal(mediaType, ContentSniffer.Sniff(Convert.FromHexString(hex)).MediaType);
    }

    [Fact]
    public async Task A_bad_file_in_a_folder_of_pages_leaves_a_gap_that_shows()
    {
        string[] files = [Save("1.jpg", Jpeg(10, 30)), Save("2.jpg", Encoding.ASCII.GetBytes("no image")), Save("3.jpg", [])];
        var source = new SourceDocument { Path = "folder", Files = files, Sha256 = "", Bytes = 0, IsFolder = true };
        await using var document = await new DocumentReader(new()).OpenAsync(source, CancellationToken.None);
        var categories = new List<string>();
        await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
            categories.AddRange(page.Problems.Select(problem => problem.Category));

        Assert.Equal(3, document.PageCount);
        Assert.Equal(["unsupported-format", "empty"], categories.TakeLast(2));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>White with a dark top left corner.</summary>
    private static byte[] Jpeg(int width, int height)
    {
        var image = new GrayImage(width, height);
        Array.Fill(image.Pixels, (byte)255);
        for (var y = 0; y < Math.Min(8, height); y++)
            image.Pixels.AsSpan(y * width, Math.Min(8, width)).Clear();
        using var pix = PixImage.ToNative(image);
        return PixImage.EncodeJpeg(pix, 95);
    }

    private static byte[] WithOrientation(byte[] jpeg, int orientation)
    {
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
