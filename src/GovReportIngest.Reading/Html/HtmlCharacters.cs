using System.Text;
using System.Text.RegularExpressions;
using GovReportIngest.Reading.Text;

namespace GovReportIngest.Reading.Html;

/// <summary>Decodes web pages. What a page says of itself is wrong so often that its bytes are asked first.</summary>
internal static partial class HtmlCharacters
{
    private const int DeclarationWithin = 8192;

    /// <summary>
    /// UTF-8 and UTF-16 by mark or by their bytes, then what the page declares, then GB18030, always strictly; at last the declared
    /// one or UTF-8 with U+FFFD for what does not fit.
    /// </summary>
    public static (string Text, bool IsDamaged) Decode(byte[] bytes)
    {
        var declared = Declared(bytes);
        var marked = TextDecoder.HasMark(bytes) ? TextDecoder.ByMark(bytes) : null;
        var text = marked ?? ByZeros(bytes) ?? TextDecoder.Strictly("utf-8", bytes)
            ?? (declared is null ? null : TextDecoder.Strictly(declared, bytes)) ?? TextDecoder.Strictly("GB18030", bytes);
        return text is not null ? (text, false) : (Encoding.GetEncoding(declared ?? "utf-8").GetString(bytes), true);
    }

    /// <summary>UTF-16 without a mark: every second byte of its markup is 0.</summary>
    private static string? ByZeros(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, 64));
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
            (even, odd) = (even + (head[i] == 0 ? 1 : 0), odd + (head[i + 1] == 0 ? 1 : 0));
        return even > head.Length / 8 && odd == 0 ? TextDecoder.Strictly("utf-16BE", bytes)
            : odd > head.Length / 8 && even == 0 ? TextDecoder.Strictly("utf-16", bytes) : null;
    }

    /// <summary>The encodings of Chinese pages; Latin ones are declared by mistake.</summary>
    private static string? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, DeclarationWithin));
        return Charset().Match(head).Groups["name"].Value.ToLowerInvariant() switch
        {
            "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "x-gbk" or "cp936" => "GB18030",
            "big5" or "big5-hkscs" or "x-x-big5" => "big5",
            "utf-8" or "utf8" => "utf-8",
            _ => null,
        };
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_-]{2,20})""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
