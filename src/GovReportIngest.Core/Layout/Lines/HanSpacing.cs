using System.Text;

namespace GovReportIngest.Core.Layout.Lines;

/// <summary>Where a space belongs between characters: not beside Han characters and their punctuation.</summary>
public static class HanSpacing
{
    public static bool IsWide(char character) => character is
        (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F') or
        (>= '\uFF00' and <= '\uFFEF') or '“' or '”' or '‘' or '’' or '—' or '…' or '·';

    /// <summary>A Han character itself, one em wide in every font; punctuation is not.</summary>
    public static bool IsHan(char character) => character is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>True where a line break between the two stands for a space: between Latin words or numbers.</summary>
    public static bool NeedsSpace(char before, char after) =>
        !IsWide(before) && !IsWide(after) && !char.IsWhiteSpace(before) && !char.IsWhiteSpace(after);

    /// <summary>Drops spaces between wide characters, and between wide characters and digits.</summary>
    public static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        var trimmed = text.Trim();
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (!char.IsWhiteSpace(trimmed[i]))
            {
                compact.Append(trimmed[i]);
                continue;
            }

            var end = i;
            while (char.IsWhiteSpace(trimmed[end]))
                end++;
            if (!IsJoined(trimmed[i - 1], trimmed[end]))
                compact.Append(' ');
            i = end - 1;
        }

        return compact.ToString();
    }

    private static bool IsJoined(char before, char after) =>
        (IsWide(before) && (IsWide(after) || char.IsDigit(after))) || (char.IsDigit(before) && IsWide(after));
}
