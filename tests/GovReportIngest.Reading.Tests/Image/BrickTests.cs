using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class BrickTests
{
    private const int Width = 83;
    private const int Height = 41;

    /// <summary>Bricks of one pixel, even, odd and longer than the image is high.</summary>
    public static TheoryData<int, int> Bricks => new() { { 1, 1 }, { 2, 1 }, { 7, 1 }, { 29, 1 }, { 1, 6 }, { 1, 13 }, { 1, 60 }, { 3, 3 }, { 4, 5 } };

    [Theory]
    [MemberData(nameof(Bricks))]
    public void Opening_keeps_what_lies_under_a_brick_of_ink(int width, int height)
    {
        foreach (var ink in Drawn())
            Assert.Equal(Covered(ink, width, height, isBeyondInk: false), Result(ink, image => Brick.Open(image, width, height)));
    }

    [Theory]
    [MemberData(nameof(Bricks))]
    public void Closing_fills_the_paper_no_brick_fits_into_also_at_the_edges(int width, int height)
    {
        foreach (var ink in Drawn())
        {
            var paper = Covered(Inverted(ink), width, height, isBeyondInk: true);
            Assert.Equal(Inverted(paper), Result(ink, image => Brick.Close(image, width, height)));
        }
    }

    private static IEnumerable<bool[,]> Drawn()
    {
        foreach (var share in new[] { 0.1, 0.5, 0.9 })
        {
            var random = new Random(7);
            var ink = new bool[Width, Height];
            for (var i = 0; i < 60; i++)
                for (int x = random.Next(Width), y = random.Next(Height), n = random.Next(40), isDown = random.Next(2); n > 0 && x < Width && y < Height; n--, x += 1 - isDown, y += isDown)
                    ink[x, y] = true;
            for (var y = 0; y < Height; y++)
                for (var x = 0; x < Width; x++)
                    ink[x, y] |= share > 0.2 && random.NextDouble() < share;
            yield return ink;
        }
    }

    /// <summary>Pixels that some brick covers which holds nothing else; by the definition, slowly.</summary>
    private static bool[,] Covered(bool[,] set, int width, int height, bool isBeyondInk)
    {
        var covered = new bool[Width, Height];
        for (var top = 1 - height; top < Height; top++)
            for (var left = 1 - width; left < Width; left++)
                if (All(left, top, (x, y) => x < 0 || y < 0 || x >= Width || y >= Height ? isBeyondInk : set[x, y]))
                    All(left, top, (x, y) => x < 0 || y < 0 || x >= Width || y >= Height || (covered[x, y] = true));
        return covered;

        bool All(int left, int top, Func<int, int, bool> holds)
        {
            for (var y = top; y < top + height; y++)
                for (var x = left; x < left + width; x++)
                    if (!holds(x, y))
                        return false;
            return true;
        }
    }

    private static bool[,] Inverted(bool[,] set)
    {
        var inverted = new bool[Width, Height];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                inverted[x, y] = !set[x, y];
        return inverted;
    }

    private static bool[,] Result(bool[,] ink, Func<Pix, Pix> operation)
    {
        var page = new GrayImage(Width, Height);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                page[x, y] = (byte)(ink[x, y] ? 0 : 255);
        using var grey = PixImage.ToNative(page);
        using var binary = PixImage.Checked(Leptonica.pixThresholdToBinary(grey, 128), "pixThresholdToBinary");
        using var done = operation(binary);
        using var levels = PixImage.ToGrey(done);
        var result = PixImage.ToManaged(levels);
        var set = new bool[Width, Height];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                set[x, y] = result[x, y] == 0;
        return set;
    }
}
