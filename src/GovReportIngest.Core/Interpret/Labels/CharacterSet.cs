namespace GovReportIngest.Core.Interpret.Labels;

/// <summary>Characters of a text, without false negatives: one bit stands for all characters of equal low eight bits (Bloom 1970, with one hash).</summary>
internal readonly record struct CharacterSet
{
    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    public CharacterSet(ReadOnlySpan<char> text)
    {
        Span<ulong> bits = stackalloc ulong[4];
        foreach (var character in text)
            bits[character >> 6 & 3] |= 1UL << character;
        (first, second, third, fourth) = (bits[0], bits[1], bits[2], bits[3]);
    }

    public bool MayHold(char character)
    {
        var bits = (character >> 6 & 3) switch { 0 => first, 1 => second, 2 => third, _ => fourth };
        return (bits >> character & 1) != 0;
    }
}
