namespace GovReportIngest.Training.Headings;

/// <summary>Seeded draws. The sequence of a seeded <see cref="Random"/> is the same in every release of .NET.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random random = new(seed);

    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Next(int least, int most) => random.Next(least, most + 1);

    public double Between(double least, double most) => least + random.NextDouble() * (most - least);

    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public T Any<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
