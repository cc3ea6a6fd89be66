using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout;

/// <summary>Where running headers, footers and page numbers stand.</summary>
internal static class PageEdge
{
    /// <summary>Of the page's height, above and below.</summary>
    public const double Share = 0.09;

    /// <summary>Official documents set the page number, between dashes, a little below the text and well above the edge.</summary>
    public const double DashedNumber = 0.14;

    /// <param name="height">Of the page, points.</param>
    public static bool Holds(Box box, double height, double share = Share) => IsAtTop(box, height, share) || IsAtBottom(box, height, share);

    /// <summary>A part of it stands there.</summary>
    public static bool Touches(Box box, double height, double share) => box.Y < height * share || box.Bottom > height * (1 - share);

    public static bool IsAtTop(Box box, double height, double share = Share) => box.Bottom < height * share;

    public static bool IsAtBottom(Box box, double height, double share = Share) => box.Y > height * (1 - share);
}
