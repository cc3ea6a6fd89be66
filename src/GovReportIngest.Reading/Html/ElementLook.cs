using System.Globalization;
using AngleSharp.Dom;

namespace GovReportIngest.Reading.Html;

/// <summary>How text inside an element looks, as inherited: sizes in points.</summary>
internal sealed record ElementLook
{
    private const double PointsAPixel = 0.75;

    public static ElementLook Initial { get; } = new();

    public double FontSize { get; init; } = 12;

    public bool IsBold { get; init; }

    public bool IsCentred { get; init; }

    /// <summary>1 to 6 in a heading.</summary>
    public int Level { get; init; }

    public bool IsLink { get; init; }

    /// <summary>White space stands as it is.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>Inside of an element that by its name or role holds no article: navigation, page foot, asides.</summary>
    public bool IsFurniture { get; init; }

    public ElementLook Inside(IElement element, TextStyle style)
    {
        var look = Of(element, this);
        return look with
        {
            FontSize = style.FontSize is { } size ? Math.Round(Points(size, FontSize) ?? look.FontSize, 2) : look.FontSize,
            IsBold = style.IsBold ?? look.IsBold,
            IsCentred = style.IsCentred ?? look.IsCentred,
            Level = style.Level ?? look.Level,
        };
    }

    private static ElementLook Of(IElement element, ElementLook outer) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => outer with { Level = element.LocalName[1] - '0', IsBold = true, FontSize = HeadingSize(element.LocalName[1]), IsCentred = IsAlignedCentred(element, outer) },
        "b" or "strong" or "th" => outer with { IsBold = true },
        "a" => outer with { IsLink = outer.IsLink || element.HasAttribute("href") || element.HasAttribute("onclick") },
        "center" => outer with { IsCentred = true },
        "pre" or "textarea" => outer with { IsVerbatim = true },
        "font" => outer with { FontSize = OldSize(element.GetAttribute("size")) ?? outer.FontSize },
        "p" or "div" or "td" => outer with { IsCentred = IsAlignedCentred(element, outer) },
        "nav" or "footer" or "aside" or "menu" => outer with { IsFurniture = true },
        _ => element.GetAttribute("role") is "navigation" or "contentinfo" or "complementary" or "search" ? outer with { IsFurniture = true } : outer,
    };

    private static bool IsAlignedCentred(IElement element, ElementLook outer) =>
        element.GetAttribute("align") is { } align ? align.Equals("center", StringComparison.OrdinalIgnoreCase) : outer.IsCentred;

    private static double HeadingSize(char level) => level switch
    {
        '1' => 24,
        '2' => 18,
        '3' => 14,
        '4' => 12,
        '5' => 10,
        _ => 8,
    };

    /// <summary>Of the old font element: 1 to 7, or steps from 3.</summary>
    private static double? OldSize(string? size)
    {
        if (!int.TryParse(size, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 7)
            return null;
        double[] points = [7.5, 10, 12, 13.5, 18, 24, 36];
        return points[Math.Clamp((size![0] is '+' or '-' ? 3 + number : number) - 1, 0, points.Length - 1)];
    }

    private static double? Points(string size, double outer) => size switch
    {
        "xx-small" => 7,
        "x-small" => 7.5,
        "small" => 10,
        "medium" => 12,
        "large" => 13.5,
        "x-large" => 18,
        "xx-large" => 24,
        "smaller" => outer / 1.2,
        "larger" => outer * 1.2,
        _ => Length(size, "pt", 1) ?? Length(size, "px", PointsAPixel) ?? Length(size, "rem", 12) ?? Length(size, "em", outer) ?? Length(size, "%", outer / 100),
    };

    private static double? Length(string size, string unit, double points) =>
        size.EndsWith(unit, StringComparison.Ordinal)
        && double.TryParse(size.AsSpan(0, size.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number * points is >= 1 and <= 500 ? number * points : null;
}
