using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Interop;

/// <summary>Resident memory belongs to the whole process: these tests run alone.</summary>
[CollectionDefinition(nameof(MemoryAlone), DisableParallelization = true)]
public sealed class MemoryAlone;

[Collection(nameof(MemoryAlone))]
public sealed class EngineMemoryTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is not null;

    [Fact]
    public void Starting_and_ending_engines_does_not_grow_memory() =>
        AssertSteady(IsLong ? 100 : 20, () =>
        {
            using var engine = TesseractEngine.Start("eng");
        });

    [Fact]
    public void Recognising_again_and_again_does_not_grow_memory()
    {
        using var engine = TesseractEngine.Start("eng", "0123456789");
        using var image = PixImage.ToNative(Bars());
        AssertSteady(IsLong ? 5_000 : 200, () => engine.Recognise(image, PageSegmentation.SingleLine, 300));
    }

    private static void AssertSteady(int rounds, Action round)
    {
        for (var i = 0; i < rounds / 2; i++)
            round();
        var half = Environment.WorkingSet;
        for (var i = 0; i < rounds / 2; i++)
            round();
        Assert.InRange(Environment.WorkingSet, 0, half * 105 / 100);
    }

    /// <summary>Six upright strokes, which read as ones.</summary>
    private static GrayImage Bars()
    {
        var image = new GrayImage(260, 60);
        Array.Fill(image.Pixels, (byte)255);
        for (var bar = 0; bar < 6; bar++)
            for (var y = 14; y < 46; y++)
                for (var x = 20 + 36 * bar; x < 25 + 36 * bar; x++)
                    image[x, y] = 0;
        return image;
    }
}
