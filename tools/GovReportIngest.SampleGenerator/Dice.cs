using System.Text;

namespace GovReportIngest.SampleGenerator;

/// <summary>
/// Seeded random numbers (SplitMix64) whose sequence is ours and never changes with the runtime.
/// A named child does not depend on how many numbers its parent has drawn.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private readonly ulong _seed = seed;
    private ulong _state = seed;

    public Dice Child(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes(name))
            hash = unchecked((hash ^ value) * 1099511628211UL);
        return new Dice(unchecked(_seed * 0x9E3779B97F4A7C15UL) ^ hash);
    }

    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From <paramref name="least"/>, below <paramref name="limit"/>.</summary>
    public int Next(int least, int limit) => least + (int)(NextDouble() * (limit - least));

    public double Between(double least, double most) => least + NextDouble() * (most - least);

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Next(0, choices.Length)];

    /// <summary>Normal distribution with mean 0 and deviation 1 (sum of twelve uniform numbers).</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += NextDouble();
        return sum;
    }

    private ulong NextBits()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
