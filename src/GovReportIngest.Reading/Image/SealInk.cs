namespace GovReportIngest.Reading.Image;

/// <summary>
/// One coloured ink of a page as light sees it: ink lets through a share of each channel, more of it where it was pressed on less
/// (multiplicative mixing), and print under it darkens all channels alike. From a pixel's hue follows how much coloured ink is on
/// it, and from that how bright the page would be without it.
/// </summary>
/// <param name="Lowest">Share of the light that the ink at its fullest lets through where it lets through least, 0 to 1.</param>
/// <param name="Highest">The same of the channel that it lets through most.</param>
/// <param name="Luminance">The same of the brightness an eye sees.</param>
internal readonly record struct SealInk(double Lowest, double Highest, double Luminance)
{
    /// <summary>A channel share is counted in so many steps.</summary>
    private const int Steps = 64;

    /// <summary>Of the pixels of a colour these are the fullest ones.</summary>
    private const double Fullest = 0.2;

    /// <summary>Heavier pressure than that of the fullest pixels.</summary>
    private const double MostPressure = 1.2;

    /// <summary>How much ink is on a pixel whose lowest channel has this share of its highest: 0 none, 1 as much as on the fullest.</summary>
    public double AmountAt(double lowestToHighest) =>
        Math.Clamp((1 - lowestToHighest) / Math.Max(0.05, 1 - Lowest - lowestToHighest * (1 - Highest)), 0, MostPressure);

    /// <summary>What a channel share would be without this amount of ink.</summary>
    public double WithoutInHighest(double share, double amount) => share / Math.Max(0.2, 1 - amount * (1 - Highest));

    /// <summary>What a share of brightness would be without this amount of ink.</summary>
    public double WithoutInLuminance(double share, double amount) => share / Math.Max(0.2, 1 - amount * (1 - Luminance));

    /// <summary>Counts pixels of one colour by their shares of the paper's light, and measures the ink from them.</summary>
    internal sealed class Survey
    {
        private readonly int[] counts = new int[(Steps + 1) * (Steps + 1)];
        private double luminance;

        public int Pixels { get; private set; }

        /// <summary>Shares of the paper's light: of the lowest and the highest channel, and of the brightness an eye sees.</summary>
        public void Count(double lowest, double highest, double luminanceShare)
        {
            var (hue, level) = ((int)(Steps * Math.Min(1, lowest / highest)), (int)(Steps * Math.Min(1, highest)));
            counts[hue * (Steps + 1) + level]++;
            luminance += Math.Min(1, luminanceShare) / Math.Min(1, highest);
            Pixels++;
        }

        public SealInk Measure()
        {
            var (hue, seen) = (0, 0);
            for (; hue < Steps && seen < Fullest * Pixels; hue++)
                seen += Row(hue).ToArray().Sum();
            // Over print the ink is darker: most of a seal lies on paper.
            var levels = Enumerable.Range(0, Steps + 1).Select(level => Enumerable.Range(0, hue).Sum(row => counts[row * (Steps + 1) + level])).ToArray();
            var middle = GreyHistogram.Reaching(levels, seen / 2.0);
            var (highest, ratio) = ((middle + 0.5) / Steps, (hue - 0.5) / Steps);
            return new(Math.Max(0.02, ratio * highest), highest, Math.Min(1, luminance / Pixels * highest));
        }

        private ReadOnlySpan<int> Row(int hue) => counts.AsSpan(hue * (Steps + 1), Steps + 1);
    }
}
