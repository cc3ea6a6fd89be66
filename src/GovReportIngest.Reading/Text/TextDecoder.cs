using System.Text;

namespace GovReportIngest.Reading.Text;

/// <summary>Decodes text files strictly: UTF-8 and UTF-16 by mark, UTF-8, then GB18030; null where none of them fits.</summary>
internal static class TextDecoder
{
    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static string? Decode(byte[] bytes)
    {
        ReadOnlySpan<byte> all = bytes;
        if (all.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Accept(new UTF8Encoding(false, true), bytes, 3);
        if (all.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Accept(new UnicodeEncoding(false, false, true), bytes, 2);
        if (all.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Accept(new UnicodeEncoding(true, false, true), bytes, 2);
        return Accept(new UTF8Encoding(false, true), bytes, 0)
            ?? Accept(Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes, 0);
    }

    private static string? Accept(Encoding encoding, byte[] bytes, int start)
    {
        try
        {
            var text = encoding.GetString(bytes, start, bytes.Length - start);
            return text.Any(IsBinary) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Control characters that no text file has; form feed and the old end-of-file mark are allowed.</summary>
    private static bool IsBinary(char character) =>
        character is < ' ' and not ('\t' or '\r' or '\n' or '\f' or '\u001A') or '\u007F' or '\uFFFD';
}
