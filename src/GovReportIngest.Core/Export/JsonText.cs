using System.Buffers;
using System.Globalization;
using System.Text;

namespace GovReportIngest.Core.Export;

/// <summary>
/// Writes JSON that people read and compare: real characters unescaped, chosen containers one entry a line, the rest on one line.
/// The library's writer cannot mix the two and escapes rare Han characters.
/// </summary>
internal sealed class JsonText
{
    /// <summary>What is escaped, and halves of characters, which may stand alone.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "\"\\\u007f\u2028\u2029\ufeff", .. Enumerable.Range(0, 0x20).Select(code => (char)code), .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    private readonly StringBuilder text = new();
    private readonly Stack<(bool IsBlock, int Count)> open = new();
    private bool afterName;
    private int blocks;

    public JsonText Object(Action content, bool block = false) => Container('{', content, '}', block);

    public JsonText Array<T>(IEnumerable<T> items, Action<T> write, bool block = false) => Container('[', () =>
    {
        foreach (var item in items)
            write(item);
    }, ']', block);

    public JsonText Name(string name)
    {
        Separate();
        Quote(name);
        text.Append(": ");
        afterName = true;
        return this;
    }

    public JsonText Text(string? value)
    {
        if (value is null)
            return Raw("null");
        Separate();
        Quote(value);
        return this;
    }

    public JsonText Number(long value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Trailing zeros are not written; never an exponent.</summary>
    public JsonText Number(decimal? value) => Raw(value is { } number ? WrittenValue.Of(number) : "null");

    /// <summary>One decimal, as boxes and page sizes have.</summary>
    public JsonText Points(double value) => Number(Math.Round((decimal)Math.Round(value, 1, MidpointRounding.AwayFromZero), 1));

    public JsonText Truth(bool value) => Raw(value ? "true" : "false");

    /// <summary>The document with a final line end.</summary>
    public byte[] ToUtf8()
    {
        text.Append('\n');
        // A record is a large object as text and as bytes: only the result is made anew.
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var (encoder, length) = (Encoding.UTF8.GetEncoder(), 0);
        foreach (var chunk in text.GetChunks())
            length += encoder.GetBytes(chunk.Span, bytes.AsSpan(length), flush: false);
        length += encoder.GetBytes([], bytes.AsSpan(length), flush: true);
        var utf8 = bytes.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(bytes);
        return utf8;
    }

    public override string ToString() => text.ToString();

    private JsonText Raw(string value)
    {
        Separate();
        text.Append(value);
        return this;
    }

    private JsonText Container(char first, Action content, char last, bool block)
    {
        Separate();
        text.Append(first);
        open.Push((block, 0));
        blocks += block ? 1 : 0;
        content();
        blocks -= block ? 1 : 0;
        var (isBlock, count) = open.Pop();
        if (isBlock && count > 0)
            NewLine();
        text.Append(last);
        return this;
    }

    private void Separate()
    {
        if (afterName || open.Count == 0)
        {
            afterName = false;
            return;
        }

        var (isBlock, count) = open.Pop();
        if (count > 0)
            text.Append(isBlock ? "," : ", ");
        open.Push((isBlock, count + 1));
        if (isBlock)
            NewLine();
    }

    private void NewLine() => text.Append('\n').Append(' ', 2 * blocks);

    private void Quote(string value)
    {
        text.Append('"');
        if (!value.AsSpan().ContainsAny(Special))
        {
            text.Append(value).Append('"');
            return;
        }

        foreach (var rune in value.EnumerateRunes())
            switch (rune.Value)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\t': text.Append("\\t"); break;
                case < 0x20 or 0x7f or 0x2028 or 0x2029 or 0xfeff: text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"); break;
                default: text.Append(rune.ToString()); break;
            }

        text.Append('"');
    }
}
