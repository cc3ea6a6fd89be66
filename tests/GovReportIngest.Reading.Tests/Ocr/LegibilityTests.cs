using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;

namespace GovReportIngest.Reading.Tests.Ocr;

public sealed class LegibilityTests
{
    private static List<OcrSymbol> Symbols(string text, float confidence) =>
        [.. text.Select((character, i) => new OcrSymbol(character.ToString(), confidence, i * 10, 0, i * 10 + 9, 10, i == 0, i == 0))];

    [Fact]
    public void Common_words_read_better_than_rare_ones_even_with_less_confidence() =>
        Assert.True(Legibility.Of(Symbols("政府信息公开工作年度报告", 70)) > Legibility.Of(Symbols("毋亓圄囿彳亍丫卞卟亘", 95)));

    [Fact]
    public void Too_few_letters_say_nothing() => Assert.Equal(0, Legibility.Of(Symbols("12、3政府", 99)));
}
