using System.Globalization;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>What stands in number cells: every digit equally often, all lengths, blanks and placeholders.</summary>
internal static class SheetText
{
    private static readonly string[] Placeholders = ["-", "—", "/", "无"];

    public static string Next(Random random, CellKind kind, bool hasHan) => (kind, random.NextDouble()) switch
    {
        (_, < 0.05) => "",
        (_, < 0.10) => Placeholders[random.Next(hasHan ? Placeholders.Length : Placeholders.Length - 1)],
        (CellKind.Decimal, _) => Digits(random, 5) + "." + random.Next(100).ToString("00", CultureInfo.InvariantCulture),
        (CellKind.SignedInteger, < 0.5) => "-" + Digits(random, 4),
        (_, < 0.35) => "0",
        (_, < 0.60) => Digits(random, 1),
        _ => Digits(random, 7),
    };

    private static string Digits(Random random, int most)
    {
        var length = random.Next(1, most + 1);
        var digits = new char[length];
        for (var i = 0; i < length; i++)
            digits[i] = (char)('0' + random.Next(i == 0 && length > 1 ? 1 : 0, 10));
        return new(digits);
    }
}
