using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// The brightness of bare paper all over a page, from the middle of what has no ink near it, tile by tile; between the middles of
/// tiles it changes evenly. Knows also the page in blocks of <see cref="Block"/> pixels, each with its mean.
/// </summary>
internal sealed class PaperLevel
{
    /// <summary>Side of a block, pixels.</summary>
    public const int Block = 4;

    /// <summary>Side of a tile, blocks.</summary>
    private const int Tile = 16;

    /// <summary>Ink is felt so many blocks away.</summary>
    private const int Near = 2;

    /// <summary>What is darker than this share of the page's paper is a dark fill; no shade is so deep.</summary>
    private const double DarkFill = 0.4;

    /// <summary>A tile with fewer blocks of paper asks its neighbours.</summary>
    private const int LeastPaper = Tile * Tile / 8;

    private readonly byte[] means;
    private readonly bool[] isNearInk;
    private readonly int[] tiles;
    private readonly int tilesAcross;
    private readonly int tilesDown;

    private PaperLevel(Pix grey, Pix binary)
    {
        (Across, Down) = (grey.Width / Block, grey.Height / Block);
        means = MeansOf(grey, Across, Down);
        isNearInk = Widen(WithFills(InkOf(binary, Across, Down), means), Across, Down);
        (tilesAcross, tilesDown) = ((Across + Tile - 1) / Tile, (Down + Tile - 1) / Tile);
        tiles = TileLevels();
    }

    /// <summary>Blocks in a row.</summary>
    public int Across { get; }

    /// <summary>Rows of blocks.</summary>
    public int Down { get; }

    /// <param name="grey">8 bits a pixel.</param>
    /// <param name="binary">The same page, 1 bit, ink is 1.</param>
    public static PaperLevel Of(Pix grey, Pix binary) => new(grey, binary);

    /// <summary>How much darker than its paper a block is; null where ink is near.</summary>
    public int? StainOf(int blockX, int blockY)
    {
        var at = blockY * Across + blockX;
        return isNearInk[at] ? null : At(blockX * Block + Block / 2, blockY * Block + Block / 2) - means[at];
    }

    /// <summary>Paper at a pixel of the page, 0 to 255.</summary>
    public int At(int x, int y)
    {
        // In 1/64 of a tile, from the middle of the first one.
        const int Unit = 64;
        const int Side = Tile * Block;
        var (u, v) = (Math.Clamp(x * Unit / Side - Unit / 2, 0, (tilesAcross - 1) * Unit), Math.Clamp(y * Unit / Side - Unit / 2, 0, (tilesDown - 1) * Unit));
        var (left, top) = (u / Unit, v / Unit);
        var (right, bottom) = (Math.Min(left + 1, tilesAcross - 1), Math.Min(top + 1, tilesDown - 1));
        var (fx, fy) = (u % Unit, v % Unit);
        var above = tiles[top * tilesAcross + left] * (Unit - fx) + tiles[top * tilesAcross + right] * fx;
        var below = tiles[bottom * tilesAcross + left] * (Unit - fx) + tiles[bottom * tilesAcross + right] * fx;
        return (above * (Unit - fy) + below * fy) / (Unit * Unit);
    }

    private int[] TileLevels()
    {
        var levels = new int[tilesAcross * tilesDown];
        for (var y = 0; y < tilesDown; y++)
            for (var x = 0; x < tilesAcross; x++)
            {
                var level = -1;
                for (var reach = 0; level < 0 && reach <= 6; reach = reach == 0 ? 1 : reach * 2)
                    level = MiddleOf((x - reach) * Tile, (y - reach) * Tile, (x + reach + 1) * Tile, (y + reach + 1) * Tile);
                levels[y * tilesAcross + x] = level < 0 ? 255 : level;
            }

        return levels;
    }

    /// <summary>Median of the blocks of paper in a rectangle, or -1 where there are too few.</summary>
    private int MiddleOf(int left, int top, int right, int bottom)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var total = 0;
        for (var y = Math.Max(0, top); y < Math.Min(Down, bottom); y++)
            for (var x = Math.Max(0, left); x < Math.Min(Across, right); x++)
                if (!isNearInk[y * Across + x])
                {
                    counts[means[y * Across + x]]++;
                    total++;
                }

        return total < LeastPaper ? -1 : GreyHistogram.Reaching(counts, total / 2.0);
    }

    private static unsafe byte[] MeansOf(Pix grey, int across, int down)
    {
        var means = new byte[across * down];
        var stride = Leptonica.pixGetWpl(grey);
        var words = Leptonica.pixGetData(grey);
        for (var y = 0; y < down; y++)
            for (var x = 0; x < across; x++)
            {
                // Four pixels stand in one word.
                uint even = 0, odd = 0;
                for (var row = 0; row < Block; row++)
                {
                    var word = words[(long)(y * Block + row) * stride + x];
                    even += word & 0x00ff00ff;
                    odd += word >> 8 & 0x00ff00ff;
                }

                means[y * across + x] = (byte)(((even & 0xffff) + (even >> 16) + (odd & 0xffff) + (odd >> 16)) / (Block * Block));
            }

        return means;
    }

    private static unsafe bool[] InkOf(Pix binary, int across, int down)
    {
        var isInk = new bool[across * down];
        var stride = Leptonica.pixGetWpl(binary);
        var words = Leptonica.pixGetData(binary);
        for (var y = 0; y < down; y++)
            for (var x = 0; x < across; x++)
            {
                var (word, shift) = (x / 8, 28 - x % 8 * 4);
                uint ink = 0;
                for (var row = 0; row < Block; row++)
                    ink |= words[(long)(y * Block + row) * stride + word] >> shift;
                isInk[y * across + x] = (ink & 0xf) != 0;
            }

        return isInk;
    }

    private static bool[] WithFills(bool[] isInk, byte[] means)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var mean in means)
            counts[mean]++;
        var paper = 255;
        for (var above = counts[255]; above * 4 < means.Length && paper > 0; above += counts[paper])
            paper--;
        var darkest = (int)(DarkFill * paper);
        for (var i = 0; i < isInk.Length; i++)
            isInk[i] |= means[i] < darkest;
        return isInk;
    }

    private static bool[] Widen(bool[] marks, int across, int down)
    {
        var rows = new bool[marks.Length];
        for (var y = 0; y < down; y++)
            for (var x = 0; x < across; x++)
                if (marks[y * across + x])
                    rows.AsSpan(y * across + Math.Max(0, x - Near), Math.Min(across - 1, x + Near) - Math.Max(0, x - Near) + 1).Fill(true);
        var wide = new bool[marks.Length];
        for (var y = 0; y < down; y++)
            for (var other = Math.Max(0, y - Near); other <= Math.Min(down - 1, y + Near); other++)
                for (var x = 0; x < across; x++)
                    wide[y * across + x] |= rows[other * across + x];
        return wide;
    }
}
