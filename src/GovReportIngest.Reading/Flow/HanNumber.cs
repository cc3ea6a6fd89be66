using System.Globalization;

namespace GovReportIngest.Reading.Flow;

/// <summary>Numbers of automatic lists as they are printed.</summary>
internal static class HanNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>一, 十, 十一, 二十, 二十一 …; from 100 on in digits.</summary>
    public static string Of(int number)
    {
        if (number is <= 0 or >= 100)
            return number.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        var ten = tens switch { 0 => "", 1 => "十", _ => $"{Digits[tens]}十" };
        return ten + (ones == 0 ? "" : Digits[ones].ToString());
    }

    /// <summary>a … z, aa … in the way of spreadsheets.</summary>
    public static string Letter(int number, char first) => number <= 0
        ? number.ToString(CultureInfo.InvariantCulture)
        : new string((char)(first + (number - 1) % 26), 1 + (number - 1) / 26);

    /// <summary>① … ⑳; from 21 on in digits.</summary>
    public static string Circled(int number) => number is >= 1 and <= 20 ? ((char)('①' + number - 1)).ToString() : number.ToString(CultureInfo.InvariantCulture);

    public static string Roman(int number, bool isUpper)
    {
        if (number is <= 0 or >= 400)
            return number.ToString(CultureInfo.InvariantCulture);
        (int Value, string Sign)[] signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (value, sign) in signs)
            for (; number >= value; number -= value)
                roman += sign;
        return isUpper ? roman : roman.ToLowerInvariant();
    }
}
