using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Puts minus sign, decimal point and thousands marks, which the digit readers do not see, where their ink stands.</summary>
internal static class NumberText
{
    /// <summary>What the digits are with their marks, likeliest first; several where a mark may be read in two ways.</summary>
    public static IReadOnlyList<string> Of(string digits, NumberInk ink, CellKind kind, IReadOnlyList<Blob> glyphs)
    {
        if (digits.Length == 0)
            return [digits];
        var texts = glyphs.Count != digits.Length ? [digits]
            : Separators.Of(ink, glyphs) is var marks && kind is CellKind.Decimal ? marks.In(digits) : [marks.InWhole(digits)];
        return IsNegative(ink) ? [.. texts.Select(text => "-" + text)] : texts;
    }

    public static bool IsNegative(NumberInk ink) =>
        (ink.Characters.Count > 0 && Marks.IsDash(ink.Characters[0], ink.Scale)) || (Marks.BeforeDigits(ink) is { } mark && Marks.IsHyphen(mark, ink.Scale));
}
