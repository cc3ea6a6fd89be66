using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;

namespace GovReportIngest.Reading.Tests.Ocr;

public sealed class LegibilityTests
{
    private static List<OcrSymbol> Symbols(string text, float confidence) =>
        [.. text.Select((character, i) => new OcrSymbol(character.ToString(), confidence, i * 10, 0, i * 10 + 9, 10, i == 0, i == 0))];

    [Fact]
    public void Digits_and_marks_which_look_alike_upside_down_do_not_count() =>
        Assert.Equal(70, Legibility.Of([.. Symbols("政府信息", 70), .. Symbols("609、8", 99)]), 3);

    [Fact]
    public void Too_few_letters_say_nothing() => Assert.Equal(0, Legibility.Of(Symbols("12、3政府", 99)));
}
