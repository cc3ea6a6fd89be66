using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GovReportIngest.Reading.Docx;

/// <summary>Properties of a paragraph or run as a style or the text itself gives them; null where it says nothing.</summary>
internal readonly record struct WordLook(double? FontSize, bool? IsBold, bool? IsHidden, bool? IsCentred, int? Level, int? NumberingId, int? NumberingLevel)
{
    public WordLook Then(WordLook over) => new(
        over.FontSize ?? FontSize, over.IsBold ?? IsBold, over.IsHidden ?? IsHidden, over.IsCentred ?? IsCentred, over.Level ?? Level,
        over.NumberingId ?? NumberingId, over.NumberingLevel ?? NumberingLevel);

    // Values are taken as text: those that the standard does not know are no reason to refuse a document.
    public static WordLook Of(OpenXmlElement? paragraph, OpenXmlElement? run) => new(
        HalfPoints(run?.GetFirstChild<FontSize>()?.Val?.InnerText), IsOn(run?.GetFirstChild<Bold>()), IsOn(run?.GetFirstChild<Vanish>()),
        paragraph?.GetFirstChild<Justification>()?.Val?.InnerText is { } align ? align == "center" : null,
        Number(paragraph?.GetFirstChild<OutlineLevel>()?.Val?.InnerText) is { } level ? Math.Clamp(level, 0, 9) + 1 : null,
        Number(paragraph?.GetFirstChild<NumberingProperties>()?.NumberingId?.Val?.InnerText),
        Number(paragraph?.GetFirstChild<NumberingProperties>()?.NumberingLevelReference?.Val?.InnerText));

    private static bool? IsOn(OnOffType? property) => property is null ? null : property.Val?.InnerText is not ("0" or "false" or "off");

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? HalfPoints(string? size) =>
        double.TryParse(size, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var halves) && halves is > 0 and < 2000 ? halves / 2 : null;
}

/// <summary>The styles of a document, each with what it inherits.</summary>
internal sealed partial class WordStyles
{
    private const int LongestChain = 20;
    private const double DefaultSize = 10;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordLook> looks = new(StringComparer.Ordinal);
    private readonly WordLook defaults;
    private readonly string? paragraphStyle;

    public WordStyles(Styles? all)
    {
        foreach (var style in all?.Elements<Style>() ?? [])
            if (style.StyleId?.Value is { } id)
                styles.TryAdd(id, style);
        paragraphStyle = styles.Values.FirstOrDefault(style => style.Default?.InnerText is "1" or "true" or "on" && style.Type?.InnerText is "paragraph")?.StyleId?.Value;
        var given = all?.DocDefaults;
        defaults = new WordLook { FontSize = DefaultSize }.Then(WordLook.Of(
            given?.ParagraphPropertiesDefault?.ParagraphPropertiesBaseStyle, given?.RunPropertiesDefault?.RunPropertiesBaseStyle));
    }

    public WordLook OfParagraph(string? style) => defaults.Then((style ?? paragraphStyle) is { } id ? LookOf(id) : default);

    public WordLook OfRun(string? style) => style is null ? default : LookOf(style);

    /// <summary>An entry of a table of contents repeats a heading.</summary>
    public bool IsContents(string? style) => style is not null && Contents().IsMatch(NameOf(style));

    private WordLook LookOf(string id)
    {
        if (looks.TryGetValue(id, out var known))
            return known;
        var look = default(WordLook);
        var next = id;
        for (var length = 0; length < LongestChain && next is not null && styles.TryGetValue(next, out var style); length++)
        {
            var own = WordLook.Of(style.StyleParagraphProperties, style.StyleRunProperties);
            // A built-in heading style is one whatever its properties say.
            if (Heading().Match(NameOf(next)) is { Success: true } heading)
                own = own with { Level = own.Level ?? heading.Groups["level"].Value[0] - '0' };
            look = own.Then(look);
            next = style.BasedOn?.Val?.Value;
        }

        return looks[id] = look;
    }

    private string NameOf(string id) => styles.GetValueOrDefault(id)?.StyleName?.Val?.Value ?? id;

    [GeneratedRegex(@"^(?:heading|标题)\s*(?<level>[1-6])$", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:toc\s*\d|目录\s*\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex Contents();
}
