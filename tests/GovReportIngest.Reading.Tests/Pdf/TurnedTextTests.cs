using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Tests.Pdf;

public sealed class TurnedTextTests
{
    /// <summary>Two words on one line and one below, 100 points from the left and 50 from the top of the turned page.</summary>
    private static string Lines(string matrix) => $"BT /F 12 Tf {matrix} Tm (Wide table) Tj 0 -20 Td (1205) Tj ET";

    [Theory]
    [InlineData("1 0 0 1 100 792", "", 0)]
    [InlineData("0 1 -1 0 50 100", "", 90)]
    [InlineData("-1 0 0 -1 495 50", "", 180)]
    [InlineData("0 -1 1 0 545 742", "", 270)]
    [InlineData("0 1 -1 0 50 100", "/Rotate 90", 0)]
    [InlineData("1 0 0 1 100 792", "/Rotate 90", 270)]
    public async Task A_page_whose_text_all_runs_one_way_is_turned_as_a_whole(string matrix, string entry, int rotation)
    {
        var page = await PageAsync(Lines(matrix), entry);

        Assert.Equal(rotation, page.Rotation);
        Assert.Empty(page.Turned);
        Assert.Equal(["Wide", "table", "1205"], page.Words.Select(word => word.Text));
        Assert.Equal(100, page.Words[0].Box.X, 0.5);
        Assert.InRange(50.0, page.Words[0].Box.Y, page.Words[0].Box.Bottom);
        Assert.Equal(100, page.Words[2].Box.X, 0.5);
        Assert.InRange(70.0, page.Words[2].Box.Y, page.Words[2].Box.Bottom);
    }

    [Theory]
    [InlineData("0 1 -1 0 200 300", 90)]
    [InlineData("0 -1 1 0 200 500", 270)]
    public async Task A_table_set_sideways_is_a_part_of_its_upright_page_with_the_rules_around_it(string matrix, int turn)
    {
        const string Frames = "180 280 100 300 re S 230 280 m 230 580 l S 50 650 400 60 re S 50 680 m 450 680 l S ";

        var page = await PageAsync("BT /F 12 Tf 60 690 Td (Upright heading) Tj ET " + Frames + Lines(matrix));

        Assert.Equal(0, page.Rotation);
        Assert.Equal(["Upright", "heading"], page.Words.Select(word => word.Text));
        Assert.Equal(3, page.Rulings.Count(rule => rule.Direction is RulingDirection.Horizontal));
        var part = Assert.Single(page.Turned);
        Assert.Equal(turn, part.Turn);
        Assert.Equal(page.Number, part.Number);
        Assert.Equal(["Wide", "table", "1205"], part.Words.Select(word => word.Text));
        Assert.Equal(3, part.Rulings.Count(rule => rule.Direction is RulingDirection.Horizontal));
        Assert.Equal(2, part.Rulings.Count(rule => rule.Direction is RulingDirection.Vertical));
        var onPage = part.Frame.ToSource(part.Words[0].Box);
        Assert.InRange(onPage.X, 185, 205);
        Assert.Equal(turn == 90 ? 842 - 300 : 842 - 500, turn == 90 ? onPage.Bottom : onPage.Y, 0.5);
    }

    [Fact]
    public async Task Upright_characters_one_below_the_other_do_not_make_a_page_turn()
    {
        var page = await PageAsync(string.Concat("ABCDEFGH".Select((character, index) => $"BT /F 12 Tf 100 {700 - 11 * index} Td ({character}) Tj ET ")));

        Assert.Equal(0, page.Rotation);
        Assert.Empty(page.Turned);
        Assert.Equal(8, page.Words.Count);
    }

    private static async Task<ReadPage> PageAsync(string content, string entry = "") =>
        (await HandWrittenPdf.ReadAsync("a.pdf", HandWrittenPdf.Page(content, entry))).Page!;
}
