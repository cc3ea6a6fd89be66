using System.Globalization;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>What stands in number cells: every digit equally often, all lengths, blanks, signs and placeholders.</summary>
internal static class SheetText
{
    private static readonly string[] Placeholders = ["-", "—", "/", "–", "无", "－"];
    private static readonly string[] Signs = ["-", "-", "–", "−", "－"];

    /// <param name="canDraw">Whether the face has a character.</param>
    public static string Next(Random random, CellKind kind, Func<char, bool> canDraw) => (kind, random.NextDouble()) switch
    {
        (_, < 0.05) => "",
        (_, < 0.10) => OneOf([.. Placeholders.Where(mark => canDraw(mark[0]))], random),
        (CellKind.Decimal, < 0.3) => Digits(random, 6),
        (CellKind.Decimal, _) => Digits(random, 5) + "." + Digits(random, 1) + (random.Next(2) == 0 ? Digits(random, 1) : ""),
        (CellKind.SignedInteger, < 0.5) => OneOf([.. Signs.Where(sign => canDraw(sign[0]))], random) + Digits(random, 4),
        (_, < 0.35) => "0",
        (_, < 0.60) => Digits(random, 1),
        _ => Digits(random, 7),
    };

    /// <summary>All signs and dashes as <c>-</c>.</summary>
    public static string Plain(string printed) => printed.Replace('—', '-').Replace('–', '-').Replace('−', '-').Replace('－', '-');

    private static string OneOf(string[] texts, Random random) => texts[random.Next(texts.Length)];

    private static string Digits(Random random, int most)
    {
        var length = random.Next(1, most + 1);
        var digits = new char[length];
        for (var i = 0; i < length; i++)
            digits[i] = (char)('0' + random.Next(i == 0 && length > 1 ? 1 : 0, 10));
        return new(digits);
    }
}
