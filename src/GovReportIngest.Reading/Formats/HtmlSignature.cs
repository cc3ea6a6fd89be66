using System.Text;
using System.Text.RegularExpressions;

namespace GovReportIngest.Reading.Formats;

/// <summary>Tells web pages, whole ones and fragments, from text, in any encoding whose markup is ASCII or UTF-16.</summary>
internal static partial class HtmlSignature
{
    private const int FewestTags = 6;

    public static bool Is(ReadOnlySpan<byte> head)
    {
        var text = Markup(head);
        if (Whole().IsMatch(text))
            return true;
        // Markdown may begin with an element, too.
        return Fragment().IsMatch(text) && Tag().Count(text) >= FewestTags && !Markdown().IsMatch(text);
    }

    /// <summary>A page saved with all its files in one (MHTML, RFC 2557).</summary>
    public static bool IsArchive(ReadOnlySpan<byte> head) => Archive().IsMatch(Markup(head));

    /// <summary>The head as characters of one byte; of UTF-16 every other one.</summary>
    private static string Markup(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        return (text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text)
            .TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\r', '\n', '\t');
    }

    [GeneratedRegex(@"^(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!\[[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|link\s)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:<!--.*?-->\s*)*<(?:table|div|p|h[1-6]|center|font|span|style|script|section|article|main|ul|ol|tbody|tr|b|strong|br|hr|a)\b[^<]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Fragment();

    [GeneratedRegex("</?[a-z][a-z0-9]*[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^#{1,6} |^\|[\s:|-]+\|\s*$", RegexOptions.Multiline)]
    private static partial Regex Markdown();

    [GeneratedRegex(@"^(?:From:|MIME-Version:|Subject:|Date:|Snapshot-Content-Location:).*?^Content-Type:\s*multipart/related", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Archive();
}
