using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Interop;

[Collection(nameof(MemoryAlone))]
public sealed class EngineMemoryTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is not null;

    [Fact]
    public void Starting_and_ending_engines_does_not_grow_memory() =>
        ResidentMemory.AssertSteady(IsLong ? 100 : 20, () =>
        {
            using var engine = TesseractEngine.Start("eng");
        });

    [Fact]
    public void Recognising_again_and_again_does_not_grow_memory()
    {
        using var engine = TesseractEngine.Start("eng", "0123456789");
        using var image = PixImage.ToNative(Sevens());
        ResidentMemory.AssertSteady(IsLong ? 5_000 : 100, () =>
            Assert.Equal("777777", string.Concat(engine.Recognise(image, PageSegmentation.SingleLine, 300).Select(symbol => symbol.Text))));
    }

    /// <summary>Six sevens, each a bar and a slanted stroke.</summary>
    private static GrayImage Sevens()
    {
        var image = new GrayImage(260, 60);
        Array.Fill(image.Pixels, (byte)255);
        for (var digit = 0; digit < 6; digit++)
            for (var y = 0; y < 32; y++)
                for (var x = y < 5 ? 0 : 16 - y / 3; x < (y < 5 ? 22 : 22 - y / 3); x++)
                    image[24 + 36 * digit + x, 14 + y] = 0;
        return image;
    }
}
