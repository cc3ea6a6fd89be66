using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class TextPiecesTests
{
    private const int Em = 40;

    /// <summary>Characters as squares with a little white between them.</summary>
    private static IEnumerable<PixelBox> Write(int x, int y, int characters) =>
        Enumerable.Range(0, characters).Select(i => new PixelBox(x + i * Em + 2, y + 2, Em - 4, Em - 4));

    private static IReadOnlyList<PixelBox> Cut(IEnumerable<PixelBox> shapes, bool untangles) => TextPieces.Cut([.. shapes], 4, untangles);

    /// <summary>Names on two lines beside names on one line between them, as in the header of a table without upright rules.</summary>
    private static IEnumerable<PixelBox> Header(int columns) => Enumerable.Range(0, columns).SelectMany(column => column % 2 == 0
        ? Write(column * 3 * Em, 0, 2).Concat(Write(column * 3 * Em, Em + 10, 2))
        : Write(column * 3 * Em - Em / 2, Em / 2 + 5, 2));

    [Theory]
    [InlineData(10, 15)]
    [InlineData(5, 8)]
    public void Names_of_columns_on_lines_of_different_heights_come_apart(int columns, int lines)
    {
        var pieces = Cut(Header(columns), untangles: true);
        Assert.Equal(lines, pieces.Count);
        Assert.All(pieces, piece => Assert.True(piece.Height <= Em && piece.Width <= 2 * Em, $"{piece}"));
    }

    [Fact]
    public void Lines_that_touch_stay_one_piece()
    {
        var touching = Write(0, 0, 30).Concat(Write(0, Em + 10, 30)).Append(new(200, 10, 6, 2 * Em - 10)).Append(new(900, 10, 6, 2 * Em - 10));
        Assert.Single(Cut(touching, untangles: true));
    }

    [Fact]
    public void A_wrapped_label_is_cut_into_its_lines()
    {
        var lines = Cut(Write(0, 0, 8).Concat(Write(0, Em + 10, 3)), untangles: true);
        Assert.Equal([8 * Em - 4, 3 * Em - 4], lines.Select(line => line.Width));
    }
}
