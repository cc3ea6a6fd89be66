using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace GovReportIngest.Jobs.Listing;

/// <summary>A link of a page.</summary>
/// <param name="Words">Between its tags, without markup.</param>
/// <param name="Title">Its title, which often has in full what the words cut.</param>
internal sealed record PageLink(Uri Url, string Words, string Title)
{
    public bool Fits(Regex pattern) => pattern.IsMatch(Words) || pattern.IsMatch(Title) || pattern.IsMatch(Uri.UnescapeDataString(Url.PathAndQuery));
}

/// <summary>
/// The addresses in a page of HTML. The markup is searched, not parsed: that is a worker's work. Bytes are looked at as if they were Latin-1, so that a page in any
/// encoding can be written back with other addresses and is the same else.
/// </summary>
internal sealed partial class PageText
{
    private const int MostWords = 2000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string text;
    private readonly Encoding encoding;
    private readonly List<Reference> references;

    /// <param name="bytes">Of the page.</param>
    /// <param name="url">Where it was fetched.</param>
    public PageText(byte[] bytes, Uri url)
    {
        text = Encoding.Latin1.GetString(bytes);
        encoding = EncodingOf(bytes);
        references = [.. Find(url)];
    }

    private sealed record Reference(string Tag, Uri Url, int Start, int Length, string Title, int TagEnd);

    /// <summary>What can be gone to: anchors, areas, and documents that are shown in frames.</summary>
    public IEnumerable<PageLink> Links => references.Where(reference => reference.Tag is not "img").Select(reference => new PageLink(reference.Url, WordsAt(reference), reference.Title));

    public IEnumerable<Uri> Pictures => references.Where(reference => reference.Tag is "img").Select(reference => reference.Url);

    /// <summary>The page with these addresses in place of its own, as a browser saves it.</summary>
    public byte[] With(IReadOnlyDictionary<Uri, string> names)
    {
        var (page, at) = (new StringBuilder(text.Length), 0);
        foreach (var reference in references.Where(reference => names.ContainsKey(reference.Url)).OrderBy(reference => reference.Start))
        {
            page.Append(text, at, reference.Start - at).Append(names[reference.Url]);
            at = reference.Start + reference.Length;
        }

        return Encoding.Latin1.GetBytes(page.Append(text, at, text.Length - at).ToString());
    }

    private IEnumerable<Reference> Find(Uri url)
    {
        var home = url;
        foreach (Match tag in Tags().Matches(text))
        {
            var name = tag.Groups["tag"].Value.ToLowerInvariant();
            var within = tag.Groups["attributes"];
            var attributes = Attributes().Matches(within.Value).ToLookup(match => match.Groups["name"].Value.ToLowerInvariant());
            if (attributes[name is "img" or "iframe" or "embed" ? "src" : "href"].FirstOrDefault()?.Groups["value"] is not { } value)
                continue;
            if (!Uri.TryCreate(home, Decoded(value.Value), out var to) || (to.Scheme != Uri.UriSchemeHttp && to.Scheme != Uri.UriSchemeHttps))
                continue;
            if (name == "base")
                home = to;
            else
                yield return new(name, new Uri(to.GetLeftPart(UriPartial.Query)), within.Index + value.Index, value.Length,
                    Decoded(attributes["title"].FirstOrDefault()?.Groups["value"].Value ?? ""), tag.Index + tag.Length);
        }
    }

    private string WordsAt(Reference reference)
    {
        var most = text[reference.TagEnd..Math.Min(text.Length, reference.TagEnd + MostWords)];
        var end = most.IndexOf("</a", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : Decoded(Markup().Replace(most[..end], "")).Trim();
    }

    private string Decoded(string latin) => WebUtility.HtmlDecode(encoding.GetString(Encoding.Latin1.GetBytes(latin))).Trim();

    private static Encoding EncodingOf(byte[] bytes)
    {
        try
        {
            _ = Strict.GetCharCount(bytes);
            return Strict;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        }
    }

    [GeneratedRegex(@"<(?<tag>a|area|img|iframe|embed|base)\s(?<attributes>[^<>]*)>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex("""(?<![\w-])(?<name>href|src|title)\s*=\s*(?:"(?<value>[^"<>]*)"|'(?<value>[^'<>]*)'|(?<value>[^\s"'<>]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Attributes();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Markup();
}
