using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;

namespace GovReportIngest.Reading.Tests.Ocr;

public sealed class HanPunctuationTests
{
    [Theory]
    [InlineData("全年受理3件,均已答复;无遗留.", "全年受理3件，均已答复；无遗留。")]
    [InlineData("(一)主动公开", "（一）主动公开")]
    [InlineData("一.总体情况", "一、总体情况")]
    [InlineData("十二\\其他", "十二、其他")]
    [InlineData("比例达到93.1%", "比例达到93.1%")]
    [InlineData("1.整理历史文件", "1.整理历史文件")]
    [InlineData("1,234", "1,234")]
    [InlineData("PDF(A4)", "PDF(A4)")]
    public void Marks_take_the_width_of_the_text_beside_them(string read, string expected) =>
        Assert.Equal(expected, string.Concat(HanPunctuation.Set(
            [.. read.Select((character, i) => new OcrSymbol(character.ToString(), 99, 10 * i, 0, 10 * i + 9, 12, false, i == 0))]).Select(symbol => symbol.Text)));
}
