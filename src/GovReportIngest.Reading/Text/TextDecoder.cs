using System.Text;

namespace GovReportIngest.Reading.Text;

/// <summary>Decodes text files strictly: UTF-8 and UTF-16 by mark, UTF-8, then GB18030; null where none of them fits.</summary>
internal static class TextDecoder
{
    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static string? Decode(byte[] bytes) =>
        (HasMark(bytes) ? ByMark(bytes) : Strictly("utf-8", bytes) ?? Strictly("GB18030", bytes)) is { } text && !text.Any(IsBinary) ? text : null;

    internal static bool HasMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    /// <summary>By the byte order mark; null where the bytes do not fit it.</summary>
    internal static string? ByMark(byte[] bytes) => bytes[0] switch
    {
        0xEF => Accept(new UTF8Encoding(false, true), bytes, 3),
        0xFF => Accept(new UnicodeEncoding(false, false, true), bytes, 2),
        _ => Accept(new UnicodeEncoding(true, false, true), bytes, 2),
    };

    /// <summary>Null where the bytes do not fit the encoding of this name.</summary>
    internal static string? Strictly(string encoding, byte[] bytes) =>
        Accept(Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes, 0);

    private static string? Accept(Encoding encoding, byte[] bytes, int start)
    {
        try
        {
            return encoding.GetString(bytes, start, bytes.Length - start);
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
