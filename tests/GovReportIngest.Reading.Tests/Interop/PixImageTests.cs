using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Interop;

// One of these weighs the process: nothing else may run beside it.
[Collection(nameof(MemoryAlone))]
public sealed class PixImageTests
{
    private static GrayImage Ramp(int width, int height) =>
        new(width, height, [.. Enumerable.Range(0, width * height).Select(i => (byte)(i * 7 % 256))]);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(37, 5)]
    [InlineData(64, 64)]
    public void Pixels_survive_the_way_to_native_memory_and_back(int width, int height)
    {
        var image = Ramp(width, height);
        using var pix = PixImage.ToNative(image);
        Assert.Equal(image.Pixels, PixImage.ToManaged(pix).Pixels);
    }

    [Fact]
    public void A_png_keeps_every_pixel_and_tells_its_size_from_the_header()
    {
        var image = Ramp(33, 9);
        using var pix = PixImage.ToNative(image);
        var png = PixImage.EncodePng(pix);
        Assert.Equal((33, 9), PixImage.Measure(png));
        using var decoded = PixImage.Decode(png);
        Assert.Equal(image.Pixels, PixImage.ToManaged(decoded!).Pixels);
    }

    [Fact]
    public void Damaged_bytes_decode_to_nothing() => Assert.Null(PixImage.Decode("no image"u8));

    [Fact]
    public void Components_are_boxes_of_connected_ink()
    {
        var image = new GrayImage(40, 40);
        Array.Fill(image.Pixels, (byte)255);
        for (var i = 0; i < 6; i++)
            image[10 + i, 20] = image[30, 5 + i] = 0;
        using var grey = PixImage.ToNative(image);
        using var binary = PixImage.Checked(Leptonica.pixThresholdToBinary(grey, 128), "threshold");
        Assert.Equal([(30, 5, 1, 6), (10, 20, 6, 1)], PixImage.Components(binary, 8));
    }

    [Fact]
    public void Opening_and_closing_images_does_not_grow_memory()
    {
        var rounds = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is null ? 2_000 : 20_000;
        var image = Ramp(300, 300);
        ResidentMemory.AssertSteady(rounds, () =>
        {
            using var pix = PixImage.ToNative(image);
            using var binary = LocalThreshold.Binarise(pix, 10, 0.3f);
            using var clipped = PixImage.Clip(binary, 5, 5, 100, 100);
            PixImage.Components(binary, 4);
        });
    }

    [Fact]
    public void Versions_are_those_the_bindings_were_written_for()
    {
        Assert.StartsWith("1.", PixImage.Version(), StringComparison.Ordinal);
        Assert.StartsWith("5.", TesseractEngine.Version(), StringComparison.Ordinal);
    }
}
