using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;
using GovReportIngest.Reading.Tests.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr;

/// <summary>Ink between two characters is theirs.</summary>
public sealed class SymbolGapsTests
{
    private const int Height = 40;

    [Fact]
    public void A_character_whose_first_half_stands_before_its_place_begins_with_its_ink() =>
        Assert.Equal([(0, 38), (42, 78)], Closed(Line((2, 36), (42, 16), (60, 18)), (0, 38), (60, 78)));

    [Fact]
    public void A_character_whose_second_half_stands_behind_its_place_ends_with_its_ink() =>
        Assert.Equal([(0, 38), (46, 80)], Closed(Line((0, 20), (22, 16), (46, 34)), (0, 20), (46, 80)));

    [Fact]
    public void Ink_of_both_is_parted_by_the_widest_white() =>
        Assert.Equal([(0, 34), (48, 84)], Closed(Line((0, 20), (24, 10), (48, 14), (64, 20)), (0, 20), (64, 84)));

    [Fact]
    public void White_between_spaced_characters_stays() =>
        Assert.Equal([(0, 34), (74, 108)], Closed(Line((0, 34), (74, 34)), (0, 34), (74, 108)));

    [Fact]
    public void A_gap_that_is_all_ink_is_shared() =>
        Assert.Equal([(0, 30), (30, 60)], Closed(Line((0, 60)), (0, 20), (40, 60)));

    private static List<(int Left, int Right)> Closed(GrayImage image, params (int Left, int Right)[] places)
    {
        using var line = PixImage.ToNative(image);
        return [.. SymbolGaps.Close([.. places.Select(place => new OcrSymbol("字", 99, place.Left, 0, place.Right, Height, true, false))], line).Select(symbol => (symbol.Left, symbol.Right))];
    }

    private static GrayImage Line(params (int Left, int Width)[] strokes) =>
        strokes.Aggregate(Picture.White(120, Height), (image, stroke) => image.Fill(stroke.Left, 4, stroke.Width, Height - 8));
}
