using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;

namespace GovReportIngest.Reading.Tests.Ocr;

/// <summary>Numbers of running text are where their ink is, wherever the engine puts them.</summary>
public sealed class NumberPlacesTests : IDisposable
{
    private const int Pitch = 40;
    private const int HanWidth = 34;
    private const int DigitWidth = 14;
    private const int DigitPitch = 20;

    private readonly TesseractEngine engine = TesseractEngine.Start("chi_sim");

    public NumberPlacesTests() => engine.Set("thresholding_method", "2");

    public void Dispose() => engine.Dispose();

    [Theory]
    [InlineData("Noto Sans CJK SC", "14772")]
    [InlineData("Noto Serif CJK SC", "311")]
    [InlineData("WenQuanYi Zen Hei", "18631")]
    [InlineData("AR PL KaitiM GB", "3821")]
    [InlineData("AR PL SungtiL GB", "41")]
    [InlineData("AR PL SungtiL GB", "1")]
    public void A_number_that_the_engine_reads_in_a_sentence_is_where_it_is_drawn(string face, string number)
    {
        using var line = new DrawnLine(face, 12, "本年收到政府信息公开申请总数为", number, "件，涉及第三方权益的，先书面征求意见。");

        var symbols = NumberPlaces.Set(FramedLine.Recognise(engine, line.Image, DrawnLine.Border, DrawnLine.PixelsPerPoint), line.Image, DrawnLine.Border);

        var digits = symbols.Where(LineCutting.IsDigit).ToList();
        Assert.Equal(number, string.Concat(digits.Select(digit => digit.Text)));
        var (left, right) = line.RoomOf(1);
        var digitRoom = (right - left) / number.Length;
        Assert.All(digits.Select((digit, i) => (digit, i)), found =>
        {
            Assert.InRange(found.digit.Left, left + found.i * digitRoom - 1, left + (found.i + 0.6) * digitRoom);
            Assert.InRange(found.digit.Right, left + (found.i + 0.4) * digitRoom, left + (found.i + 1) * digitRoom + 1);
        });
        var behind = symbols[symbols.ToList().IndexOf(digits[^1]) + 1];
        Assert.InRange(behind.Left, right - 1, right + 0.6 * digitRoom);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(-15)]
    [InlineData(22)]
    public void Digits_are_found_however_far_the_engine_is_off(int shift)
    {
        var (line, symbols) = Drawn("申请件数为12345件每件均有", "申请件数为12345件每件均有");
        using var _ = line;
        var placed = NumberPlaces.Set([.. symbols.Select(symbol => symbol with { Left = symbol.Left + shift, Right = symbol.Right + shift })], line, 0);
        Assert.Equal(symbols.Skip(5).Take(5).Select(Extent), placed.Skip(5).Take(5).Select(Extent));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(-15)]
    public void What_stands_beside_a_number_keeps_its_order_and_opens_no_gap(int shift)
    {
        var (line, symbols) = Drawn("申请件数为12345件每件均有", "申请件数为12345件每件均有");
        using var _ = line;
        OcrSymbol[] told = [.. symbols.Select(symbol => symbol with { Left = symbol.Left + shift, Right = symbol.Right + shift })];

        var placed = NumberPlaces.Set(told, line, 0);

        Assert.Equal(placed.OrderBy(symbol => symbol.Left), placed);
        Assert.Equal(Gap(told, 4), Gap(placed, 4));
        Assert.Equal(Gap(told, 11), Gap(placed, 11));

        static int Gap(IReadOnlyList<OcrSymbol> symbols, int index) => symbols[index].Left - symbols[index - 1].Right;
    }

    [Theory]
    [InlineData("申请件数为12345件每件均有", "申请件数为2345件每件均有")]
    [InlineData("申请件数为12345件每件均有", "申请件数为1245件每件均有")]
    [InlineData("申请件数为12345件每件均有", "申请件数为1234件每件均有")]
    [InlineData("申请件数，12345件每件均有", "申请件数，2345件每件均有")]
    [InlineData("12345件每件均有专人", "2345件每件均有专人")]
    [InlineData("申请件数总共为12345", "申请件数总共为1234")]
    public void A_number_of_which_the_engine_lost_a_digit_is_not_placed_on_the_rest_of_it(string drawn, string read)
    {
        var (line, symbols) = Drawn(drawn, read);
        using var _ = line;
        var first = drawn.IndexOf('1', StringComparison.Ordinal);
        var (left, right) = (first * Pitch, first * Pitch + 5 * DigitPitch);

        var placed = NumberPlaces.Set(symbols, line, 0).Where(LineCutting.IsDigit).ToList();

        // Read again, the rest would give the same wrong number.
        Assert.True(placed.SequenceEqual(symbols.Where(LineCutting.IsDigit)) || (placed[0].Left < left + DigitPitch && placed[^1].Right > right - DigitPitch),
            $"{placed[0].Left} to {placed[^1].Right} of {left} to {right}");
    }

    [Fact]
    public void A_line_without_any_white_is_left_as_the_engine_told()
    {
        var (line, symbols) = Drawn("申请件数为12345件每件均有", "申请件数为12345件每件均有");
        line.Dispose();
        using var black = PixImage.ToNative(new GrayImage(12 * Pitch, Pitch));

        Assert.Equal(symbols, NumberPlaces.Set(symbols, black, 0));
    }

    /// <summary>Bars of ink, and symbols where they would be if the text read were the one drawn.</summary>
    private static (Pix Line, IReadOnlyList<OcrSymbol> Symbols) Drawn(string drawn, string read)
    {
        var bars = Bars(drawn);
        var image = new GrayImage(bars[^1].Right + Pitch, Pitch);
        Array.Fill(image.Pixels, (byte)255);
        foreach (var (left, right) in bars)
            for (var y = 4; y < Pitch - 4; y++)
                for (var x = left; x < right; x++)
                    image[x, y] = 0;
        return (PixImage.ToNative(image), [.. Bars(read).Zip(read, (bar, character) => new OcrSymbol(character.ToString(), 99, bar.Left, 4, bar.Right, 36, false, false))]);
    }

    private static List<(int Left, int Right)> Bars(string text)
    {
        var (bars, at) = (new List<(int Left, int Right)>(), 0);
        foreach (var character in text)
        {
            var (width, pitch) = character switch { '，' => (6, Pitch), >= '0' and <= '9' => (DigitWidth, DigitPitch), _ => (HanWidth, Pitch) };
            bars.Add((at + 3, at + 3 + width));
            at += pitch;
        }

        return bars;
    }

    private static (int Left, int Right) Extent(OcrSymbol symbol) => (symbol.Left, symbol.Right);
}
