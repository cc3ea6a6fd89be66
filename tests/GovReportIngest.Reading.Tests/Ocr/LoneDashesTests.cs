using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr;

namespace GovReportIngest.Reading.Tests.Ocr;

public sealed class LoneDashesTests
{
    private const double PixelsPerPoint = 4;
    private const double TypeSize = 40;

    [Theory]
    [InlineData(12, 4, true)]
    [InlineData(20, 4, true)]
    [InlineData(36, 4, false)]
    [InlineData(6, 4, false)]
    [InlineData(12, 8, false)]
    public void A_short_dash_is_no_character(int width, int height, bool isDash) =>
        Assert.Equal(isDash, LoneDashes.IsSure(Piece(100, 50, width, height), [Piece(100, 50, width, height)], TypeSize, PixelsPerPoint));

    [Fact]
    public void Several_long_dashes_on_one_line_are_none_either()
    {
        InkPiece[] row = [Piece(100, 50, 36, 4), Piece(300, 51, 36, 4), Piece(500, 50, 36, 5)];

        Assert.All(row, piece => Assert.True(LoneDashes.IsSure(piece, row, TypeSize, PixelsPerPoint)));
        Assert.False(LoneDashes.IsSure(row[0], [row[0], row[1], Piece(500, 90, 36, 4)], TypeSize, PixelsPerPoint));
    }

    [Fact]
    public void What_is_made_of_several_shapes_is_no_dash()
    {
        var box = new PixelBox(100, 50, 12, 4);
        Assert.False(LoneDashes.IsDash(new(box, [new(100, 50, 5, 4), new(107, 50, 5, 4)]), PixelsPerPoint));
    }

    private static InkPiece Piece(int x, int y, int width, int height) => new(new(x, y, width, height), [new(x, y, width, height)]);
}
