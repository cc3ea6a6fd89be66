using System.Globalization;
using AngleSharp.Dom;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Html;

/// <summary>The number that a browser prints in front of an item of an ordered list.</summary>
internal static class ListMarker
{
    /// <param name="item">An <c>li</c>.</param>
    /// <param name="style">Its <c>list-style-type</c>, null where none is set.</param>
    /// <returns>Null for items without a number.</returns>
    public static string? Of(IElement item, string? style)
    {
        if (item.ParentElement is not { LocalName: "ol" } list || style is "none" or "disc" or "circle" or "square")
            return null;
        var number = Number(item.GetAttribute("value")) ?? (Number(list.GetAttribute("start")) ?? 1) + Before(item);
        return style switch
        {
            "cjk-ideographic" or "simp-chinese-informal" or "trad-chinese-informal" or "cjk-decimal" => HanNumber.Of(number) + "、",
            "lower-alpha" or "lower-latin" => HanNumber.Letter(number, 'a') + ". ",
            "upper-alpha" or "upper-latin" => HanNumber.Letter(number, 'A') + ". ",
            _ => number.ToString(CultureInfo.InvariantCulture) + ". ",
        };
    }

    private static int Before(IElement item)
    {
        var count = 0;
        for (var other = item.PreviousElementSibling; other is not null && count < 999; other = other.PreviousElementSibling)
            count += other.LocalName == "li" ? 1 : 0;
        return count;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1000 ? number : null;
}
