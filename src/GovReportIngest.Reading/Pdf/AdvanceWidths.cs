using System.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>
/// Cuts boxes back to the character. Where the gaps of a line are alike Poppler takes them for letter spacing and joins
/// its words, so that a box ends where the next character begins: columns of digits become one number. The last character
/// of each word keeps its width, and figures of one font and size are equally wide, as Han characters are.
/// </summary>
internal static class AdvanceWidths
{
    internal static IReadOnlyList<PageCharacter> Repair(IReadOnlyList<PageCharacter> characters)
    {
        var narrowest = new Dictionary<(int, string, int), double>();
        foreach (var character in characters.Where(IsDrawn))
        {
            var key = Key(character);
            narrowest[key] = Math.Min(character.Box.Width, narrowest.GetValueOrDefault(key, double.MaxValue));
        }

        return [.. characters.Select(character => IsDrawn(character) && narrowest[Key(character)] is var width && width < character.Box.Width
            ? character with { Box = character.Box with { Width = width } }
            : character)];
    }

    private static bool IsDrawn(PageCharacter character) =>
        !Rune.IsWhiteSpace(character.Rune) && character.Box is { Width: > 0, Height: > 0 } && character.Box.Width < 4 * character.Box.Height;

    private static (int, string, int) Key(PageCharacter character) =>
        (WidthClass(character.Rune.Value), character.FontName, (int)Math.Round(character.Box.Height * 4));

    private static int WidthClass(int rune) => rune switch
    {
        >= '0' and <= '9' => '0',
        >= 0x4E00 and < 0xA000 => 0x4E00,
        _ => rune,
    };
}
