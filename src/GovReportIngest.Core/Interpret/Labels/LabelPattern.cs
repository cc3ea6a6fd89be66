namespace GovReportIngest.Core.Interpret.Labels;

/// <summary>
/// A normalised label, made ready to be compared with many texts: where each of its characters stands, as bits of a word (the
/// preparation of Myers 1999). Similarities are those of <see cref="Similarity"/>.
/// </summary>
internal sealed class LabelPattern
{
    /// <summary>Characters: no label reaches further into the end of a text, but for long ones.</summary>
    public const int LongestReach = 32;

    private const int Longest = 64;

    // Open addressing, at most half full; a slot is empty as long as it has no places.
    private readonly char[] characters;
    private readonly ulong[] places;

    // Of each character's low six bits: most characters of a text are seen not to be the label's without a look at the places.
    private readonly ulong shades;

    /// <param name="text">Normalised.</param>
    public LabelPattern(string text)
    {
        Text = text;
        var slots = 8;
        while (text.Length <= Longest && slots < 2 * text.Length)
            slots *= 2;
        (characters, places) = (new char[slots], new ulong[slots]);
        for (var i = 0; i < text.Length && text.Length <= Longest; i++)
        {
            var slot = SlotOf(text[i]);
            shades |= 1UL << text[i];
            characters[slot] = text[i];
            places[slot] |= 1UL << i;
        }
    }

    public string Text { get; }

    public int Length => Text.Length;

    private int Reach => Length + Length / 2 + 4;

    /// <summary>How well the label matches an end part of the text: 1 − distance / label length.</summary>
    public double OfEnd(string text)
    {
        if (Length == 0)
            return 0;
        if (text.EndsWith(Text, StringComparison.Ordinal))
            return 1;
        return Of(text.Length > Reach ? text.AsSpan(text.Length - Reach) : text, isEndFree: false);
    }

    /// <summary>False only where <see cref="OfEnd"/> is less: each character that the text has not costs an edit.</summary>
    /// <param name="end">Of the text's last <see cref="LongestReach"/> characters.</param>
    public bool MayEnd(CharacterSet end, double atLeast)
    {
        if (Reach > LongestReach)
            return true;
        var shared = 0;
        foreach (var character in Text)
            shared += end.MayHold(character) ? 1 : 0;
        return shared >= atLeast * Length;
    }

    /// <summary>How well the label matches some part of the text.</summary>
    public double OfPart(string text)
    {
        if (Length == 0)
            return 0;
        return text.Contains(Text, StringComparison.Ordinal) ? 1 : Of(text, isEndFree: true);
    }

    /// <summary>How alike the two are as a whole: 1 − distance / longer length; 0 where one is more than twice as long.</summary>
    public double OfWhole(string text)
    {
        if (Text == text)
            return 1;
        var longer = Math.Max(Length, text.Length);
        if (longer == 0 || Math.Abs(Length - text.Length) > longer / 2)
            return 0;
        var distance = Length <= Longest ? BitDistance(text, isStartFree: false, isEndFree: false) : Similarity.TableDistance(Text, text, isStartFree: false, isEndFree: false);
        return 1 - (double)distance / longer;
    }

    private double Of(ReadOnlySpan<char> text, bool isEndFree)
    {
        var distance = Length <= Longest ? BitDistance(text, isStartFree: true, isEndFree) : Similarity.TableDistance(Text, text, isStartFree: true, isEndFree);
        return Math.Max(0, 1 - (double)distance / Length);
    }

    /// <summary>Fewest edits (bit-parallel, Myers 1999; from the start of the text, Hyyrö 2003).</summary>
    private int BitDistance(ReadOnlySpan<char> text, bool isStartFree, bool isEndFree)
    {
        var last = 1UL << (Length - 1);
        var (more, less) = (ulong.MaxValue, 0UL);
        var (distance, best) = (Length, Length);
        var first = isStartFree ? 0UL : 1UL;
        foreach (var character in text)
        {
            var same = (shades >> character & 1) == 0 ? 0 : places[SlotOf(character)];
            // Before the first character that the two share, a free start changes nothing.
            if ((same | less | first) == 0 && more == ulong.MaxValue)
                continue;
            var diagonal = unchecked(((same & more) + more) ^ more) | same | less;
            var (up, down) = (less | ~(diagonal | more), more & diagonal);
            distance += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
            (up, down) = (up << 1 | first, down << 1);
            (more, less) = (down | ~(diagonal | up), up & diagonal);
            best = Math.Min(best, distance);
        }

        return isEndFree ? best : distance;
    }

    /// <summary>The character's slot, or the empty one where it would be.</summary>
    private int SlotOf(char character)
    {
        var mask = places.Length - 1;
        var slot = character & mask;
        while (places[slot] != 0 && characters[slot] != character)
            slot = (slot + 1) & mask;
        return slot;
    }
}
