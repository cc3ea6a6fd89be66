using System.Globalization;
using DocumentFormat.OpenXml;

namespace GovReportIngest.Reading.Docx;

/// <summary>A picture in the body: which part of the package it is, and how large it is shown.</summary>
/// <param name="Relation">Id of the relationship to the part; null where the picture is not in the package.</param>
/// <param name="Shown">Width and height in inches; null where the body does not say.</param>
internal sealed record WordPicture(string? Relation, (double Width, double Height)? Shown)
{
    private const double UnitsPerInch = 914_400;

    /// <summary>Of DrawingML (ECMA-376 part 1, 20.1.8.13) or of VML (part 4, 19.1.2.11).</summary>
    public static bool IsOne(OpenXmlElement element) => element.LocalName is "blip" or "imagedata";

    public static WordPicture Of(OpenXmlElement element)
    {
        var name = element.LocalName == "blip" ? "embed" : "id";
        var relation = element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == name && attribute.NamespaceUri.EndsWith("/relationships", StringComparison.Ordinal)).Value;
        return new(string.IsNullOrEmpty(relation) ? null : relation, ShownSize(element));
    }

    private static (double, double)? ShownSize(OpenXmlElement element)
    {
        var extent = element.Ancestors().FirstOrDefault(outer => outer.LocalName is "inline" or "anchor")?.ChildElements.FirstOrDefault(inner => inner.LocalName == "extent");
        return extent is not null && Inches(extent, "cx") is { } width && Inches(extent, "cy") is { } height ? (width, height) : null;
    }

    private static double? Inches(OpenXmlElement extent, string name) =>
        long.TryParse(extent.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == name).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var units)
            ? units / UnitsPerInch : null;
}
