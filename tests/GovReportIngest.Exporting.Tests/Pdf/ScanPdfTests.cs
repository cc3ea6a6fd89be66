using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Exporting.Pdf;
using GovReportIngest.Exporting.Pdf.Scans;
using GovReportIngest.TestKit;

namespace GovReportIngest.Exporting.Tests.Pdf;

/// <summary>PDFs of page images, as Poppler draws and reads them.</summary>
public sealed partial class ScanPdfTests
{
    private const int Width = 40;
    private const int Height = 30;

    /// <summary>Black at the left and in a corner, so that no turn, mirror or shift of rows looks the same.</summary>
    private static bool IsBlack(int x, int y) => x < 8 || (x > 30 && y > 20) || (y == 3 && x < 20);

    private static byte[] Rows(int samples, Func<bool, byte> shade) =>
        [.. Enumerable.Range(0, Height).SelectMany(y => Enumerable.Range(0, Width).SelectMany(x => Enumerable.Repeat(shade(IsBlack(x, y)), samples)))];

    private static byte[] Bits(bool isBlackOne) => [.. Enumerable.Range(0, Height).SelectMany(y => Enumerable.Range(0, Width / 8).Select(part =>
        (byte)Enumerable.Range(0, 8).Sum(bit => IsBlack(8 * part + bit, y) == isBlackOne ? 1 << (7 - bit) : 0)))];

    private static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Png(int bits, int colours, byte[] rows, byte[]? palette = null, byte interlaced = 0)
    {
        var png = new MemoryStream();
        void Chunk(string kind, byte[] content)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
            png.Write([.. length, .. Encoding.ASCII.GetBytes(kind), .. content, 0, 0, 0, 0]);
        }

        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Chunk("IHDR", [0, 0, 0, Width, 0, 0, 0, Height, (byte)bits, (byte)colours, 0, 0, interlaced]);
        if (palette is not null)
            Chunk("PLTE", palette);
        var data = Deflated([.. rows.Chunk(rows.Length / Height).SelectMany(row => (byte[])[0, .. row])]);
        Chunk("IDAT", data[..10]);
        Chunk("IDAT", data[10..]);
        Chunk("IEND", []);
        return png.ToArray();
    }

    /// <param name="pages">How often the same page follows.</param>
    private static byte[] Tiff(int bits, int ink, int packing, byte[] rows, int samples = 1, int stripRows = 7, bool isLittle = true, Func<byte[], byte[]>? pack = null, int pages = 1, params (int Tag, int Value)[] more)
    {
        var file = new MemoryStream();
        void Number(long value, int width)
        {
            for (var index = 0; index < width; index++)
                file.WriteByte((byte)((value >> (8 * (isLittle ? index : width - 1 - index))) & 255));
        }

        file.Write(isLittle ? "II"u8 : "MM"u8);
        Number(42, 2);
        for (var page = 0; page < pages; page++)
        {
            var strips = rows.Chunk(rows.Length / Height * stripRows).Select(strip => (pack ?? (bytes => bytes))(strip)).ToList();
            Number(file.Length + 4 + strips.Sum(strip => strip.Length) + 8 * strips.Count, 4);
            var starts = new List<long>();
            foreach (var strip in strips)
            {
                starts.Add(file.Length);
                file.Write(strip);
            }

            var lists = file.Length;
            starts.ForEach(start => Number(start, 4));
            strips.ForEach(strip => Number(strip.Length, 4));
            List<(int Tag, int Kind, int Count, long Value)> tags =
            [
                (256, 4, 1, Width), (257, 4, 1, Height), (258, 3, 1, bits), (259, 3, 1, packing), (262, 3, 1, ink), (273, 4, strips.Count, strips.Count == 1 ? starts[0] : lists), (277, 3, 1, samples), (278, 4, 1, stripRows),
                (279, 4, strips.Count, strips.Count == 1 ? strips[0].Length : lists + 4 * strips.Count), .. more.Select(tag => (tag.Tag, 3, 1, (long)tag.Value)),
            ];
            Number(tags.Count, 2);
            foreach (var (tag, kind, count, value) in tags.OrderBy(tag => tag.Tag))
            {
                Number(tag, 2);
                Number(kind, 2);
                Number(count, 4);
                Number(value, kind == 3 ? 2 : 4);
                if (kind == 3)
                    Number(0, 2);
            }
        }

        Number(0, 4);
        return file.ToArray();
    }

    private static byte[] PackBits(byte[] strip) => [.. strip.Chunk(100).SelectMany(part => (byte[])[(byte)(part.Length - 1), .. part])];

    public static TheoryData<string, byte[]> Images => new()
    {
        { "PNG, bits", Png(1, 0, Bits(isBlackOne: false)) },
        { "PNG, grey", Png(8, 0, Rows(1, isBlack => isBlack ? (byte)0 : (byte)255)) },
        { "PNG, colours", Png(8, 2, Rows(3, isBlack => isBlack ? (byte)0 : (byte)255)) },
        { "PNG, palette", Png(8, 3, Rows(1, isBlack => isBlack ? (byte)1 : (byte)0), [255, 255, 255, 0, 0, 0]) },
        { "TIFF, white is 0", Tiff(1, 0, 1, Bits(isBlackOne: true)) },
        { "TIFF, black is 0, high byte first", Tiff(1, 1, 1, Bits(isBlackOne: false), isLittle: false) },
        { "TIFF, PackBits, one strip", Tiff(1, 0, 32773, Bits(isBlackOne: true), stripRows: 30, pack: PackBits) },
        { "TIFF, Deflate, grey", Tiff(8, 1, 8, Rows(1, isBlack => isBlack ? (byte)0 : (byte)255), pack: Deflated) },
        { "TIFF, colours", Tiff(8, 2, 1, Rows(3, isBlack => isBlack ? (byte)0 : (byte)255), samples: 3) },
        { "TIFF, reversed bits", Tiff(1, 0, 1, [.. Bits(isBlackOne: true).Select(value => (byte)Enumerable.Range(0, 8).Sum(bit => ((value >> bit) & 1) << (7 - bit)))], more: (266, 2)) },
    };

    [Theory]
    [MemberData(nameof(Images))]
    public async Task Pixels_are_those_of_the_image(string what, byte[] image)
    {
        // Four times as large: renderers round at the edges of pixels.
        const int Scale = 4;
        var drawn = await DrawAsync(ScanPdf.Of(ScanImages.Of(image), []), 300 * Scale);
        Assert.Equal((Width * Scale, Height * Scale), (drawn.Width, drawn.Height));
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                Assert.True(drawn.Pixels[(y * Scale + Scale / 2) * drawn.Width + x * Scale + Scale / 2] < 128 == IsBlack(x, y), $"{what}: {x}, {y}");
    }

    [Fact]
    public void Strips_that_lie_over_each_other_are_refused_before_they_fill_the_memory()
    {
        var tiff = Tiff(1, 0, 1, Bits(isBlackOne: true));
        var folder = BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(4));
        int ListOf(int tag) => Enumerable.Range(0, BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(folder))).Select(entry => folder + 2 + 12 * entry)
            .Where(entry => BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(entry)) == tag).Select(entry => BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(entry + 8))).Single();
        var (starts, lengths) = (ListOf(273), ListOf(279));
        for (var strip = 0; strip < 5; strip++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(starts + 4 * strip), 8);
            BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(lengths + 4 * strip), tiff.Length - 8);
        }

        Assert.Contains("damaged", Assert.Throws<PdfException>(() => ScanImages.Of(tiff)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_a_tiff_is_a_page_and_its_strips_are_in_the_file_as_they_were()
    {
        var bytes = File.ReadAllBytes(Repository.PathOf("samples", "inbox", "scan", "copied-bilevel-300.tif"));
        var images = ScanImages.Of(bytes);
        var pdf = ScanPdf.Of(images, []);

        Assert.Equal(3, images.Count);
        Assert.All(images.SelectMany(image => image.Strips), strip => Assert.True(pdf.AsSpan().IndexOf(strip.Bytes.Span) > 0 && bytes.AsSpan().IndexOf(strip.Bytes.Span) > 0));
        Assert.Equal(2, ScanImages.Of(Tiff(1, 0, 1, Bits(isBlackOne: true), pages: 2)).Count);
    }

    [Theory]
    [InlineData("fax-204x98.tif")]
    [InlineData("copied-bilevel-300.tif")]
    [InlineData("one-sheet.png")]
    [InlineData("shaded-200/page2.jpg")]
    public async Task Scans_of_the_samples_have_ink_and_paper(string name)
    {
        var (width, height, pixels) = await DrawAsync(ScanPdf.Of(ScanImages.Of(await File.ReadAllBytesAsync(Repository.PathOf("samples", "inbox", "scan", name))), []), 60);
        Assert.InRange(pixels.Count(pixel => pixel < 150) / (double)(width * height), 0.005, 0.2);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(6, 0)]
    [InlineData(3, 90)]
    [InlineData(8, 180)]
    public async Task Text_lies_on_its_ink_however_the_image_is_turned(int orientation, int rotation)
    {
        // The black bar at the left of the image, as the upright page has it.
        var quarters = (orientation switch { 3 => 2, 6 => 1, 8 => 3, _ => 0 } + rotation / 90) % 4;
        var (width, height) = quarters % 2 == 0 ? (400.0, 300.0) : (300.0, 400.0);
        var bar = quarters switch { 1 => new Box(10, 10, 200, 60), 2 => new Box(330, 10, 60, 200), 3 => new Box(10, 330, 200, 60), _ => new Box(10, 10, 60, 200) };
        var text = new PageText(1, width, height, rotation, true, [new([TextWord.Of("甲乙", bar, 1)])]);
        var pdf = ScanPdf.Of(ScanImages.Of(Tiff(1, 0, 1, Bits(isBlackOne: true), more: (274, orientation))), [text]);
        byte[] searchable = [.. pdf, .. SearchablePdf.UpdateOf(pdf, [text])];

        var word = Word().Match(await PopplerAsync("pdftotext", searchable, "-bbox"));
        double[] edges = [.. Enumerable.Range(1, 4).Select(group => double.Parse(word.Groups[group].Value, CultureInfo.InvariantCulture))];
        var drawn = await DrawAsync(searchable, 72);
        for (var y = (int)edges[1] + 3; y < edges[3] - 3; y += 5)
            for (var x = (int)edges[0] + 3; x < edges[2] - 3; x += 5)
                Assert.True(drawn.Pixels[y * drawn.Width + x] < 128, $"{x}, {y}");
    }

    [Fact]
    public void What_a_pdf_cannot_hold_or_is_damaged_is_refused()
    {
        foreach (var (image, told) in ((byte[], string)[])[(Png(8, 6, Rows(4, _ => 0)), "transparency"), (Png(8, 0, Rows(1, _ => 0), interlaced: 1), "interlaced"), ("%PDF"u8.ToArray(), "neither"), (Tiff(1, 0, 7, Bits(true)), "packing"),
            (Tiff(1, 0, 1, Bits(true))[..^20], "damaged")])
            Assert.Contains(told, Assert.Throws<PdfException>(() => ScanImages.Of(image)).Message, StringComparison.Ordinal);
        var random = new Random(78);
        byte[][] sources = [Png(8, 3, Rows(1, _ => 0), [1, 2, 3]), Tiff(1, 0, 1, Bits(true), pages: 2), Tiff(8, 2, 8, Rows(3, _ => 7), samples: 3, isLittle: false, pack: Deflated),
            File.ReadAllBytes(Repository.PathOf("samples", "inbox", "scan", "shaded-200", "page1.jpg"))[..2000]];
        for (var round = 0; round < 4000; round++)
        {
            var damaged = sources[round % sources.Length].ToArray();
            for (var count = 0; count < 1 + round % 6; count++)
                damaged[random.Next(Math.Min(damaged.Length, 400))] = (byte)random.Next(256);
            var failure = Record.Exception(() => ScanPdf.Of(ScanImages.Of(round % 5 == 0 ? damaged[..random.Next(damaged.Length)] : damaged), []));
            Assert.True(failure is null or PdfException, $"{round}: {failure}");
        }
    }

    private static async Task<(int Width, int Height, byte[] Pixels)> DrawAsync(byte[] pdf, int dpi)
    {
        var drawn = Encoding.Latin1.GetBytes(await PopplerAsync("pdftoppm", pdf, "-r", dpi.ToString(CultureInfo.InvariantCulture), "-gray", "-f", "1", "-l", "1"));
        var head = Encoding.Latin1.GetString(drawn).Split('\n', 4);
        int[] size = [.. head[1].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        return (size[0], size[1], drawn[^(size[0] * size[1])..]);
    }

    private static async Task<string> PopplerAsync(string program, byte[] pdf, params string[] options)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            string[] arguments = program == "pdftoppm" ? [.. options, file] : [.. options, file, "-"];
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

    [GeneratedRegex("<word xMin=\"([^\"]+)\" yMin=\"([^\"]+)\" xMax=\"([^\"]+)\" yMax=\"([^\"]+)\">")]
    private static partial Regex Word();
}
