using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Sauvola's threshold (Sauvola and Pietikäinen 2000): a pixel is ink where it is darker than m · (1 − k · (1 − s / 128)), m and s
/// being mean and standard deviation of the window around it. The window's sums run down the columns and along the row, so that
/// a pixel costs the same whatever the window; 32 pixels, one word of the result, are decided at a time.
/// </summary>
internal sealed unsafe class LocalThreshold
{
    private const int WordBits = 32;
    private const int Lanes = 8;

    /// <summary>Standard deviation of the strongest contrast there is.</summary>
    private const float Range = 128;

    private static readonly byte[] ReversedBits = [.. Enumerable.Range(0, 256).Select(bits => (byte)Enumerable.Range(0, 8).Sum(i => (bits >> i & 1) << (7 - i)))];

    private readonly GrayImage page;
    private readonly int half;
    private readonly float factor;

    // Of the columns' pixels in the rows of the window: their sum and the sum of their squares.
    private readonly int[] sums;
    private readonly int[] squares;

    // The same added up along the row, from half a window before the first column on, where the page is mirrored. They may
    // wrap around: only differences over a window are taken, which fit.
    private readonly int[] sumsBefore;
    private readonly int[] squaresBefore;

    private LocalThreshold(GrayImage page, int half, float factor)
    {
        (this.page, this.half, this.factor) = (page, half, factor);
        (sums, squares) = (new int[page.Width], new int[page.Width]);
        var length = page.Width + 2 * half + 1 + WordBits;
        (sumsBefore, squaresBefore) = (new int[length], new int[length]);
    }

    /// <summary>1 bit a pixel, ink is 1. A page smaller than a window is cut at half of the range.</summary>
    /// <param name="grey">8 bits a pixel.</param>
    /// <param name="halfWindow">The window is 2 · halfWindow + 1 pixels wide and high.</param>
    /// <param name="factor">k: how far below the mean ink of no contrast would have to be, 0 to 1.</param>
    public static Pix Binarise(Pix grey, int halfWindow, float factor)
    {
        var half = Math.Min(halfWindow, (Math.Min(grey.Width, grey.Height) - 3) / 2);
        return half < 2
            ? PixImage.Checked(Leptonica.pixThresholdToBinary(grey, 128), "pixThresholdToBinary")
            : new LocalThreshold(PixImage.ToManaged(grey), half, factor).Binarise();
    }

    private Pix Binarise()
    {
        var binary = PixImage.Checked(Leptonica.pixCreate(page.Width, page.Height, 1), "pixCreate");
        var bits = Leptonica.pixGetData(binary);
        var stride = Leptonica.pixGetWpl(binary);
        // A word's pixels may reach over the end of the row.
        var row = new byte[page.Width + WordBits];
        for (var y = -half; y < half; y++)
            AddRow(Mirrored(y), -1);
        for (var y = 0; y < page.Height; y++)
        {
            AddRow(Mirrored(y + half), y == 0 ? -1 : Mirrored(y - half - 1));
            SumAlong(sums, sumsBefore);
            SumAlong(squares, squaresBefore);
            page.Pixels.AsSpan(y * page.Width, page.Width).CopyTo(row);
            DecideRow(row, new(bits + (long)y * stride, stride));
        }

        return binary;
    }

    /// <summary>The page goes on beyond its edges as in a mirror that stands there.</summary>
    private int Mirrored(int y) => y < 0 ? -1 - y : y >= page.Height ? 2 * page.Height - 1 - y : y;

    /// <summary>Moves the window's sums one row on; <paramref name="left"/> is -1 where no row leaves it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRow(int entered, int left)
    {
        var width = page.Width;
        fixed (byte* pixels = page.Pixels)
        fixed (int* sum = sums, square = squares)
        {
            var enters = pixels + (long)entered * width;
            var leaves = pixels + (long)Math.Max(0, left) * width;
            var kept = Vector256.Create(left < 0 ? 0 : -1);
            var x = 0;
            for (; x <= width - Lanes; x += Lanes)
            {
                var (a, b) = (Widened(enters + x), Widened(leaves + x) & kept);
                (Vector256.Load(sum + x) + a - b).Store(sum + x);
                (Vector256.Load(square + x) + a * a - b * b).Store(square + x);
            }

            for (; x < width; x++)
            {
                int a = enters[x], b = left < 0 ? 0 : leaves[x];
                sum[x] += a - b;
                square[x] += a * a - b * b;
            }
        }
    }

    private void SumAlong(int[] columns, int[] before)
    {
        unchecked
        {
            var (at, sum) = (0, 0);
            for (var x = half - 1; x >= 0; x--)
                before[++at] = sum += columns[x];
            foreach (var column in columns)
                before[++at] = sum += column;
            for (var x = 1; x <= half; x++)
                before[++at] = sum += columns[^x];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DecideRow(byte[] row, Span<uint> words)
    {
        var window = 2 * half + 1;
        fixed (byte* pixels = row)
        fixed (int* sum = sumsBefore, square = squaresBefore)
            for (var word = 0; word < words.Length; word++)
            {
                var bits = 0u;
                for (var part = 0; part < WordBits; part += Lanes)
                {
                    var x = word * WordBits + part;
                    if (x >= page.Width)
                        break;
                    var ink = IsInk(Widened(pixels + x), Vector256.Load(sum + x + window) - Vector256.Load(sum + x), Vector256.Load(square + x + window) - Vector256.Load(square + x));
                    bits |= (uint)ReversedBits[ink] << (WordBits - Lanes - part);
                }

                words[word] = bits;
            }

        if (page.Width % WordBits is > 0 and var used)
            words[^1] &= uint.MaxValue << (WordBits - used);
    }

    /// <summary>One bit a pixel, the first in the lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint IsInk(Vector256<int> pixels, Vector256<int> sums, Vector256<int> squares)
    {
        var share = Vector256.Create(1f / ((2 * half + 1) * (2 * half + 1)));
        var mean = Vector256.ConvertToSingle(sums) * share;
        var variance = Vector256.ConvertToSingle(squares) * share - mean * mean;
        var deviation = Vector256.Sqrt(Vector256.Max(variance, Vector256<float>.Zero));
        var threshold = mean * (Vector256.Create(1 - factor) + deviation * Vector256.Create(factor / Range));
        return Vector256.LessThan(Vector256.ConvertToSingle(pixels), threshold).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Widened(byte* pixels) =>
        Vector256.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)pixels).AsByte()).ToVector256Unsafe()).AsInt32();
}
