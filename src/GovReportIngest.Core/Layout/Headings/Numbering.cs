using System.Globalization;
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

    private static readonly char[] Dust = [.. Specks, '、', '。', '；', '.', '·', '-', '~', '_', '=', '丨', '“', '「', '『', '』', '」'];

    private const string HanDigits = "一二三四五六七八九";

    public static Numbering Of(string line)
    {
        var whole = line.Trim();
        // A speck in front of a scanned line is read as a comma or a stroke.
        var text = whole.TrimStart(Specks);
        return Match(Pattern().Match(text), text) ?? new(NumberingStyle.None, 0, "", whole);
    }

    /// <summary>
    /// A number that OCR damaged: with another bracket or without one, with dirt before it, without its mark, or with a digit that
    /// is none. A value that cannot be told is 0. Null where nothing looks like a number; a clause beginning with 一 may.
    /// </summary>
    public static Numbering? Damaged(string line)
    {
        var text = line.Trim().TrimStart(Specks);
        var clean = text.TrimStart(Dust);
        return (clean.Length < text.Length ? Match(Pattern().Match(clean), clean) : null) ?? Match(DamagedPattern().Match(text), text);
    }

    private static Numbering? Match(Match match, string text)
    {
        if (!match.Success)
            return null;
        var rest = text[match.Length..].TrimStart();
        foreach (var (group, style) in Groups)
            if (match.Groups[group] is { Success: true } number)
                return new(style, ValueOf(number.Value), PrintedOf(style, number.Value, match.Value), rest);
        return null;
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
        if (number.Length == 0)
            return 0;
        if (number[0] is >= '①' and <= '⑳')
            return number[0] - '①' + 1;
        if (number.All(char.IsDigit))
            // Full-width digits count as well.
            return number.Aggregate(0, (value, digit) => value * 10 + CharUnicodeInfo.GetDecimalDigitValue(digit));
        if (!number.All(digit => digit == '十' || HanDigits.Contains(digit)))
            return 0;
        var ten = number.IndexOf('十');
        if (ten < 0)
            return HanDigits.IndexOf(number[0]) + 1;
        var tens = ten == 0 ? 1 : HanDigits.IndexOf(number[0]) + 1;
        var ones = ten + 1 < number.Length ? HanDigits.IndexOf(number[ten + 1]) + 1 : 0;
        return tens * 10 + ones;
    }

    [GeneratedRegex(@"^(?:第(?<chapter>[一二三四五六七八九十]{1,3})[章节部][分]?|[（(]\s*(?<bracketed>[一二三四五六七八九十]{1,3})\s*[）)]、?|(?<han>[一二三四五六七八九十]{1,3})\s*[、.．,，]|[（(]\s*(?<inner>\d{1,2})\s*[）)]|(?<digit>\d{1,2})\s*(?:[、．]|\.(?!\d)|\.(?=(?:19|20)\d\d年))|(?<circled>[①-⑳]))")]
    private static partial Regex Pattern();

    // In this order: a number in brackets of which one may be another or missing, behind dirt; such a number with an inside that is
    // none; a chapter with another character; a number behind a character of dirt; a stroke for 一, or any short thing, or nothing,
    // before its mark; a number and a space; 一 and nothing.
    [GeneratedRegex("^(?:" + Dirt + Opening + @"[\s|]*\p{L}??(?:(?<bracketed>[一二三四五六七八九十]{1,3})|(?<inner>\d{1,2}))\s*(?:" + Closing + "|、)?|" +
        @"(?:(?<bracketed>[一二三四五六七八九十]{1,2})|(?<inner>\d{1,2}))\s*" + Closing + @"|[（(]\s*(?<bracketed>\p{L})\s*[）)]|" +
        @".{0,2}?第(?:(?<chapter>[一二三四五六七八九十]{1,3})(?:[章节部][分]?|\p{L}{1,2}\s)|(?<chapter>\p{L})(?:部分|章))|" +
        @"[^\d]{1,2}?(?:(?<han>[一二三四五六七八九十]{1,2})\s*[、．]|(?<digit>\d{1,2})\s*[、．.]|(?<circled>[①-⑳]))(?:(?!\d)|(?=(?:19|20)\d\d年))|" +
        @"(?<han>[—\-－_~·一]{1,2})\s*、|(?<han>[^、。，；]{0,3}?)\s*、|(?<digit>[^、。，；\d]{0,2}?)\s*[．.](?=\s*[\p{L}“])|" +
        @"(?<han>[一二三四五六七八九十]{1,2})\s+(?=\p{L})|(?<digit>\d{1,2})\s*(?=\p{IsCJKUnifiedIdeographs})(?![年月日件条次份个项])|" +
        @"(?<han>[一二三四五六七八九])(?=\p{IsCJKUnifiedIdeographs})(?![是要则来个些]))")]
    private static partial Regex DamagedPattern();

    private const string Dirt = @"[^\d、。，；（(]{0,2}?";
    private const string Opening = @"[（(〈<《〔\[【｛{「『C]";
    private const string Closing = @"[）)〉>》〕\]】｝}」』]";
}
