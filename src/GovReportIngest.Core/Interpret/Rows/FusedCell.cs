using System.Globalization;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>What one cell of a fused row prints in one reading; <paramref name="Amount"/> is null for a mark in place of a number.</summary>
/// <param name="Token">Which of the row's tokens it stands in.</param>
/// <param name="Start">Its first character in that token.</param>
internal readonly record struct FusedCell(int Token, int Start, int Length, decimal? Amount)
{
    /// <summary>A number of more digits stands in no report.</summary>
    public const int LongestNumber = 9;

    /// <summary>Whether more characters may follow: no number begins with a useless 0, and a mark is alone, or is a dash of two.</summary>
    public static bool MayBe(string text, int start, int end, FieldType type)
    {
        var length = end - start;
        if (length == 1)
            return true;
        if (IsMark(text[start]) && !(type is FieldType.SignedInteger && text[start] is '-' or '+'))
            return length == 2 && text[start] == '—' && text[start + 1] == '—';
        return length <= LongestOf(type);
    }

    /// <summary>Characters of the longest number with its sign, or its point and decimals.</summary>
    public static int LongestOf(FieldType type) => LongestNumber + (type is FieldType.Decimal ? 8 : 1);

    private static bool IsMark(char character) => character is '/' or '-' or '—' or '―' or '\\';

    public static bool TryRead(ReadOnlySpan<char> piece, FieldType type, out decimal? amount)
    {
        amount = null;
        if (IsMark(piece[0]) && (piece.Length == 1 || piece is "——"))
            return true;
        var number = type is FieldType.SignedInteger && piece[0] is '-' or '+' ? piece[1..] : piece;
        if (!IsNumber(number, type is FieldType.Decimal))
            return false;
        amount = number.Contains('.') ? decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : Whole(number);
        if (piece[0] == '-')
            amount = -amount;
        return true;
    }

    private static long Whole(ReadOnlySpan<char> digits)
    {
        var value = 0L;
        foreach (var digit in digits)
            value = value * 10 + (digit - '0');
        return value;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, bool mayHavePoint)
    {
        var point = mayHavePoint ? text.IndexOf('.') : -1;
        var whole = point < 0 ? text : text[..point];
        return whole.Length is > 0 and <= LongestNumber && AreDigits(whole) && (whole.Length == 1 || whole[0] != '0')
            && (point < 0 || (point < text.Length - 1 && AreDigits(text[(point + 1)..])));
    }

    private static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            if (!char.IsAsciiDigit(character))
                return false;
        return true;
    }
}
