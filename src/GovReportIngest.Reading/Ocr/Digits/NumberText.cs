using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Puts minus sign and decimal point, which the digit readers do not see, where their ink stands.</summary>
internal static class NumberText
{
    public static string Of(string digits, NumberInk ink, CellKind kind, IReadOnlyList<Blob> glyphs)
    {
        if (digits.Length == 0)
            return digits;
        var text = digits;
        if (kind is CellKind.Decimal && glyphs.Count == digits.Length && Marks.DecimalPoints(ink) is [var point])
            text = text.Insert(glyphs.Count(blob => blob.Right <= point.Right), ".");
        return IsNegative(ink) ? "-" + text : text;
    }

    public static bool IsNegative(NumberInk ink) =>
        (ink.Characters.Count > 0 && Marks.IsDash(ink.Characters[0], ink.Scale)) || (Marks.BeforeDigits(ink) is { } mark && Marks.IsHyphen(mark, ink.Scale));
}
