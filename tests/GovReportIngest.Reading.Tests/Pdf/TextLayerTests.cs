using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Tests.Pdf;

public sealed class TextLayerTests
{
    private const string TypeThreeFont =
        "6 0 obj <</Type/Font/Subtype/Type3/FontBBox[0 0 2000 2000]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</one 7 0 R>>"
        + "/Encoding<</Type/Encoding/Differences[49/one]>>/FirstChar 49/LastChar 49/Widths[550]/Resources<<>>>> endobj\n"
        + "7 0 obj <</Length 41>> stream\n550 0 0 0 500 700 d1 100 0 300 700 re f  \nendstream endobj\n";

    [Fact]
    public async Task A_type_3_character_gets_a_box_of_its_real_size_on_its_baseline()
    {
        var page = await PageAsync("BT /T 12 Tf 50 742 Td (1) Tj ET", "/Font<</T 6 0 R>>", TypeThreeFont);

        var word = Assert.Single(page.Words);
        Assert.Equal("1", word.Text);
        Assert.Equal(12, word.FontSize, 0.1);
        Assert.InRange(word.Box.Y, 100 - 12, 100 - 9);
        Assert.InRange(word.Box.Bottom, 100, 102);
    }

    [Theory]
    [InlineData("BT /F 12 Tf 50 700 Td (1) Tj 7.3 0 Td (2) Tj ET", "12")]
    [InlineData("BT /F 12 Tf 50 700 Td (1) Tj 9.9 0 Td (2) Tj ET", "1 2")]
    [InlineData("BT /F 12 Tf 50 700 Td (1 2) Tj ET", "1 2")]
    [InlineData("BT /F 12 Tf 50 700 Td (12) Tj 0 -20 Td (34) Tj ET", "12 34")]
    public async Task Characters_join_to_words_only_where_no_gap_is_seen(string content, string words) =>
        Assert.Equal(words, string.Join(' ', (await PageAsync(content)).Words.Select(word => word.Text)));

    [Theory]
    [InlineData("1 g BT /F 12 Tf 50 700 Td (Hidden on paper) Tj ET", "text-does-not-fit-ink")]
    [InlineData("0.2 g 40 690 300 30 re f 1 g BT /F 12 Tf 50 700 Td (Shown on a shade) Tj ET", "text-layer-fits")]
    public async Task White_text_counts_only_on_a_shade(string content, string why) =>
        Assert.Equal(why, (await PageAsync(content)).Why);

    [Fact]
    public async Task Outlined_text_beside_a_little_text_is_not_trusted()
    {
        var outlines = string.Concat(Enumerable.Range(0, 60).Select(index =>
            $"{50 + index % 20 * 14} {600 - index / 20 * 20} m {55 + index % 20 * 14} 612 {58 + index % 20 * 14} 612 {60 + index % 20 * 14} 602 c "
            + string.Concat(Enumerable.Range(0, 10).Select(step => $"{60 + index % 20 * 14 - step} {601 - index / 20 * 20 + step % 3} l ")) + "f "));

        Assert.Equal("text-does-not-fit-ink", (await PageAsync(outlines + "BT /F 12 Tf 50 800 Td (12) Tj ET")).Why);
    }

    private static async Task<ReadPage> PageAsync(string content, string resources = "", string objects = "")
    {
        var font = resources.Length > 0 ? HandWrittenPdf.Page(content, "", "", objects) : HandWrittenPdf.Page(content);
        if (resources.Length > 0)
            font = System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(font).Replace("/Font<</F 5 0 R>>", resources, StringComparison.Ordinal));
        return (await HandWrittenPdf.ReadAsync("a.pdf", font)).Page!;
    }
}
