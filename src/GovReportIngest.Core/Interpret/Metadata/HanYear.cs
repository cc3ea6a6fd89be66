using System.Globalization;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>Years, months and days as reports write them: 2023, ２０２３, 二〇二三, 十二.</summary>
internal static class HanYear
{
    /// <summary>20xx in digits or in Han numerals, as part of a regular expression.</summary>
    public const string Pattern = "(?:20[0-9]{2}|二[〇零○O][〇零○O一二三四五六七八九]{2})";

    /// <summary>A month or a day, likewise.</summary>
    public const string SmallPattern = "(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])";

    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Null where the characters are no number.</summary>
    public static int? Parse(string year)
    {
        var plain = new string([.. year.Select(character => character switch
        {
            '零' or '○' or 'Ｏ' or 'O' => '0',
            _ when Digits.IndexOf(character) is >= 0 and var digit => (char)('0' + digit),
            _ => LabelText.Fold(character),
        })]);
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Of <see cref="SmallPattern"/>.</summary>
    public static int? ParseSmall(string text)
    {
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return Parse(text);
        var tens = ten == 0 ? 1 : Parse(text[..ten]);
        return (tens * 10) + (ten + 1 == text.Length ? 0 : Parse(text[(ten + 1)..]));
    }
}
