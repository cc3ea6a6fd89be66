namespace GovReportIngest.Core.Interpret.Labels;

/// <summary>
/// Where each character stands in a label of at most 64 characters: bit i for place i. Open addressing, at most half full; a slot
/// is empty as long as it has no places.
/// </summary>
internal readonly ref struct LabelPlaces
{
    public const int Slots = 128;

    private readonly Span<char> characters;
    private readonly Span<ulong> places;

    /// <param name="label">At most 64 characters.</param>
    /// <param name="characters">Room for <see cref="Slots"/>.</param>
    /// <param name="places">Room for <see cref="Slots"/>, all 0.</param>
    public LabelPlaces(ReadOnlySpan<char> label, Span<char> characters, Span<ulong> places)
    {
        this.characters = characters[..Slots];
        this.places = places[..Slots];
        for (var i = 0; i < label.Length; i++)
        {
            var slot = SlotOf(label[i]);
            characters[slot] = label[i];
            places[slot] |= 1UL << i;
        }
    }

    /// <summary>The places of a character; 0 where the label has none of it.</summary>
    public ulong this[char character] => places[SlotOf(character)];

    /// <summary>The character's slot, or the empty one where it would be.</summary>
    private int SlotOf(char character)
    {
        var slot = character % Slots;
        while (places[slot] != 0 && characters[slot] != character)
            slot = (slot + 1) % Slots;
        return slot;
    }
}
