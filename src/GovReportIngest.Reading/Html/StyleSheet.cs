using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovReportIngest.Reading.Html;

/// <summary>What a style says about a piece of text; null where it says nothing.</summary>
internal readonly record struct TextStyle(bool? IsHidden, bool? IsBold, bool? IsCentred, string? FontSize, string? ListStyle, int? Level)
{
    public TextStyle Then(TextStyle over) => new(
        over.IsHidden ?? IsHidden, over.IsBold ?? IsBold, over.IsCentred ?? IsCentred, over.FontSize ?? FontSize, over.ListStyle ?? ListStyle, over.Level ?? Level);
}

/// <summary>
/// The few properties that matter for reading, from the page's own style elements and attributes: rules of one simple selector
/// (<c>p</c>, <c>.note</c>, <c>p.note</c>, <c>#main</c>). Sheets of other files and rules of several parts are not followed.
/// </summary>
internal sealed partial class StyleSheet
{
    private const int MostCharacters = 500_000;

    private readonly Dictionary<string, TextStyle> rules = new(StringComparer.OrdinalIgnoreCase);

    public StyleSheet(IEnumerable<string> sheets)
    {
        foreach (var sheet in sheets)
            Read(sheet.Length > MostCharacters ? sheet[..MostCharacters] : sheet);
    }

    /// <summary>Later ones overrule: element, class, element with class, id, the element's own style.</summary>
    public TextStyle Of(IElement element)
    {
        var style = Named(element.LocalName);
        foreach (var name in element.ClassList.Take(8))
            style = style.Then(Named("." + name)).Then(Named(element.LocalName + "." + name));
        if (element.Id is { Length: > 0 } id)
            style = style.Then(Named("#" + id));
        return element.GetAttribute("style") is { Length: > 0 } own ? style.Then(Parse(own)) : style;
    }

    private TextStyle Named(string selector) => rules.Count == 0 ? default : rules.GetValueOrDefault(selector);

    private void Read(string sheet)
    {
        var at = 0;
        var text = Comment().Replace(sheet, "");
        while (at < text.Length && text.IndexOf('{', at) is >= 0 and var open)
        {
            var selectors = text[at..open].Trim();
            var close = selectors.StartsWith('@') ? EndOfBlock(text, open) : text.IndexOf('}', open);
            if (close < 0)
                return;
            if (!selectors.StartsWith('@'))
                Add(selectors, Parse(text[(open + 1)..close]));
            at = close + 1;
        }
    }

    private void Add(string selectors, TextStyle style)
    {
        if (style == default)
            return;
        foreach (var selector in selectors.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (Simple().IsMatch(selector))
                rules[selector] = rules.GetValueOrDefault(selector).Then(style);
    }

    /// <summary>Of a rule that holds rules, such as <c>@media</c>: they are for other media, or cannot be told.</summary>
    private static int EndOfBlock(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return i;
        return -1;
    }

    private static TextStyle Parse(string declarations)
    {
        var style = default(TextStyle);
        foreach (var declaration in declarations.Split(';'))
            if (declaration.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                style = style.Then(Property(declaration[..colon].Trim().ToLowerInvariant(),
                    declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant()));
        return style;
    }

    private static TextStyle Property(string name, string value) => name switch
    {
        "display" => new() { IsHidden = value == "none" },
        "visibility" => new() { IsHidden = value is "hidden" or "collapse" },
        "mso-hide" => new() { IsHidden = value == "all" },
        "font-weight" => new() { IsBold = value is "bold" or "bolder" || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight >= 600) },
        "text-align" => new() { IsCentred = value is "center" or "-webkit-center" },
        "font-size" => new() { FontSize = value },
        "font" => new() { IsBold = value.Contains("bold", StringComparison.Ordinal), FontSize = FontSize().Match(value) is { Success: true } size ? size.Value : null },
        "list-style" or "list-style-type" => new() { ListStyle = value.Split(' ')[0] },
        "mso-outline-level" => new() { Level = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 6 ? level : null },
        _ => default,
    };

    [GeneratedRegex(@"/\*.*?\*/|<!--|-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?:[a-zA-Z][a-zA-Z0-9]*)?(?:[.#][\w-]+)?$")]
    private static partial Regex Simple();

    [GeneratedRegex(@"\d+(?:\.\d+)?(?:pt|px|em|rem|%)")]
    private static partial Regex FontSize();
}
