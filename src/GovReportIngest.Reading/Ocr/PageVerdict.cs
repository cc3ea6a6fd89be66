using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr;

/// <summary>Says of a page that came out of reading with nothing to trust what is wrong with it, and what to do.</summary>
/// <param name="Problem">Null of a page that was read.</param>
/// <param name="IsRead">What was found on it, if only white paper, is what stands there.</param>
internal sealed record PageVerdict(Problem? Problem, bool IsRead)
{
    /// <summary>Below this mean confidence in letters, 0–100, what was read is guessed.</summary>
    private const double Guessed = 50;

    /// <summary>So few letters tell nothing about a page.</summary>
    private const int FewestLetters = 12;

    /// <summary>Paper is lighter than this, however badly lit.</summary>
    private const byte Dark = 60;

    /// <summary>Side of a square, points, and what is dark in one; a smaller share than this is specks.</summary>
    private const double Square = 4;
    private const byte Middle = 128;
    private const double Speck = 0.15;

    /// <summary>No print fills a page so densely as noise and pictures do, and an empty sheet has but its edges and dirt.</summary>
    private const double MostMixed = 0.75;
    private const double MostMixedOfBlank = 0.1;

    private static PageVerdict Read { get; } = new(null, true);

    private static PageVerdict Empty { get; } =
        new(new("read", Problem.Blank, null, "Nothing is printed on this page. If something should be, scan it again, with the other side down."), true);

    /// <param name="page">As repaired.</param>
    /// <param name="grey">Its pixels.</param>
    /// <param name="words">What was read on it.</param>
    /// <param name="others">Rules and numbers that were found on it.</param>
    public static PageVerdict Of(RepairedPage page, GrayImage grey, IReadOnlyList<Word> words, int others)
    {
        var mixed = MixedShare(grey, page.PixelsPerPoint);
        if (mixed > MostMixed)
            return Illegible(page);
        if (words.Count + others == 0)
            return mixed > MostMixedOfBlank || IsDark(grey) || FaintPrint.IsOn(grey, page.PixelsPerPoint) ? Illegible(page) : Empty;
        var letters = words.SelectMany(word => word.Text.Where(char.IsLetter).Select(_ => word.Confidence)).ToList();
        return letters.Count >= FewestLetters && letters.Average() < Guessed ? Illegible(page) : Read;
    }

    /// <summary>The share of small squares in which dark and light are mixed, neither of them as specks.</summary>
    private static double MixedShare(GrayImage page, double pixelsPerPoint)
    {
        var side = Math.Max(2, (int)(Square * pixelsPerPoint));
        var (mixed, all) = (0, 0);
        for (var top = 0; top + side <= page.Height; top += side)
            for (var left = 0; left + side <= page.Width; left += side, all++)
            {
                var dark = 0;
                for (var y = top; y < top + side; y++)
                    foreach (var pixel in page.Pixels.AsSpan(y * page.Width + left, side))
                        dark += pixel < Middle ? 1 : 0;
                if (dark > Speck * side * side && dark < (1 - Speck) * side * side)
                    mixed++;
            }

        return mixed / (double)Math.Max(1, all);
    }

    private static bool IsDark(GrayImage page) => page.Pixels.Count(pixel => pixel < Dark) > page.Pixels.Length / 2;

    private static PageVerdict Illegible(RepairedPage page) => new(StraightPage.SkewBeyondRepair(page.Binary) is { } degrees
        ? new("read", "too-skewed", null, $"The page lies askew by about {Math.Abs(degrees):0} degrees, more than can be levelled; scan it again with its edge along the glass.")
        : new("read", "illegible", null, "The page is blurred, too dark, too light or no text, and what was read cannot be trusted; scan it again with at least 200 dots per inch, sharp and evenly lit."), false);
}
