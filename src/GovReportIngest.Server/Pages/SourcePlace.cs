using System.Globalization;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Server.Pages;

/// <summary>Places of sources without pages, as the page's scripts find them.</summary>
internal static class SourcePlace
{
    /// <summary>Page, and the box on it in points, parted by spaces; null in sources without pages.</summary>
    public static string? OnPage(IReadOnlyList<Evidence> evidence) => evidence.OfType<Evidence.OnPage>().FirstOrDefault() is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{place.Page} {place.Box.X} {place.Box.Y} {place.Box.Width} {place.Box.Height}") : null;

    /// <summary>Of a web page or a Word file; null in others.</summary>
    public static string? NodeOf(IReadOnlyList<Evidence> evidence) => evidence.OfType<Evidence.AtNode>().FirstOrDefault()?.Node;

    /// <summary>Line and column of a text, from 1, parted by a colon; null in others.</summary>
    public static string? LineOf(IReadOnlyList<Evidence> evidence) => evidence.OfType<Evidence.InText>().FirstOrDefault() is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{place.Line}:{place.Column}") : null;
}
