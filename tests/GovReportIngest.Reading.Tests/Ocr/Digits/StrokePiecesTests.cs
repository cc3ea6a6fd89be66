using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class StrokePiecesTests
{
    private const double Scale = 4;

    private static Blob Piece(int left, int top, int width, int height) => new(left, top, left + width, top + height, width * height);

    [Fact]
    public void Pieces_of_a_broken_stroke_over_one_another_are_one_character() =>
        Assert.Equal([new Blob(10, 10, 24, 40, 14 * 13 + 12 * 15)], StrokePieces.Join([Piece(10, 10, 14, 13), Piece(11, 25, 12, 15)], Scale));

    [Fact]
    public void Digits_side_by_side_stay_apart() =>
        Assert.Equal(2, StrokePieces.Join([Piece(10, 10, 14, 30), Piece(28, 10, 14, 30)], Scale).Count);

    [Fact]
    public void A_short_half_beside_the_other_half_is_joined() =>
        Assert.Single(StrokePieces.Join([Piece(10, 10, 8, 30), Piece(20, 14, 6, 20)], Scale));

    [Fact]
    public void A_speck_over_a_digit_is_not_part_of_it() =>
        Assert.Equal(2, StrokePieces.Join([Piece(10, 10, 14, 30), Piece(15, 5, 3, 3)], Scale).Count);

    [Fact]
    public void Two_lines_of_digits_are_not_joined_to_one_high_character() =>
        Assert.Equal(2, StrokePieces.Join([Piece(10, 10, 14, 24), Piece(10, 36, 14, 24)], Scale).Count);

    [Fact]
    public void Characters_come_from_left_to_right() =>
        Assert.Equal([10, 40, 70], StrokePieces.Join([Piece(70, 10, 14, 30), Piece(10, 10, 14, 30), Piece(40, 10, 14, 30)], Scale).Select(blob => blob.Left));
}
