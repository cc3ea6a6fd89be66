using System.Text.RegularExpressions;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>The styles in which Chinese official documents number their headings, outermost first by custom.</summary>
internal enum NumberingStyle
{
    None,

    /// <summary>第一章</summary>
    Chapter,

    /// <summary>一、</summary>
    Han,

    /// <summary>（一）</summary>
    HanInBrackets,

    /// <summary>1.</summary>
    Digit,

    /// <summary>（1）</summary>
    DigitInBrackets,

    /// <summary>①</summary>
    Circled,
}

/// <summary>The number in front of a line: its style, its value, as printed without its delimiter, and the rest of the line.</summary>
internal readonly partial record struct Numbering(NumberingStyle Style, int Value, string Printed, string Rest)
{
    private static readonly char[] Specks = ['，', ',', '|', '｜', '\'', '`', ' '];

    private const string HanDigits = "一二三四五六七八九";

    public static Numbering Of(string line)
    {
        var whole = line.Trim();
        // A speck in front of a scanned line is read as a comma or a stroke.
        var text = whole.TrimStart(Specks);
        var match = Pattern().Match(text);
        if (!match.Success)
            return new(NumberingStyle.None, 0, "", whole);
        var rest = text[match.Length..].TrimStart();
        foreach (var (group, style) in Groups)
            if (match.Groups[group] is { Success: true } number)
                return new(style, ValueOf(number.Value), PrintedOf(style, number.Value, match.Value), rest);
        return new(NumberingStyle.None, 0, "", whole);
    }

    private static readonly (string Group, NumberingStyle Style)[] Groups =
    [
        ("chapter", NumberingStyle.Chapter), ("bracketed", NumberingStyle.HanInBrackets), ("han", NumberingStyle.Han),
        ("inner", NumberingStyle.DigitInBrackets), ("digit", NumberingStyle.Digit), ("circled", NumberingStyle.Circled),
    ];

    private static string PrintedOf(NumberingStyle style, string number, string whole) => style switch
    {
        NumberingStyle.HanInBrackets or NumberingStyle.DigitInBrackets or NumberingStyle.Chapter => whole.Trim(),
        _ => number,
    };

    private static int ValueOf(string number)
    {
        if (number[0] is >= '①' and <= '⑳')
            return number[0] - '①' + 1;
        if (char.IsDigit(number[0]))
            // Full-width digits count as well.
            return number.Aggregate(0, (value, digit) => value * 10 + System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(digit));
        var ten = number.IndexOf('十');
        if (ten < 0)
            return HanDigits.IndexOf(number[0]) + 1;
        var tens = ten == 0 ? 1 : HanDigits.IndexOf(number[0]) + 1;
        var ones = ten + 1 < number.Length ? HanDigits.IndexOf(number[ten + 1]) + 1 : 0;
        return tens * 10 + ones;
    }

    [GeneratedRegex(@"^(?:第(?<chapter>[一二三四五六七八九十]{1,3})[章节部][分]?|[（(]\s*(?<bracketed>[一二三四五六七八九十]{1,3})\s*[）)]、?|(?<han>[一二三四五六七八九十]{1,3})\s*[、.．,，]|[（(]\s*(?<inner>\d{1,2})\s*[）)]|(?<digit>\d{1,2})\s*(?:[、．]|\.(?!\d))|(?<circled>[①-⑳]))")]
    private static partial Regex Pattern();
}
