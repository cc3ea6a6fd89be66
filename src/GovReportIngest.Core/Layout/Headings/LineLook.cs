namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// How a line looks, relative to its document. Sizes are ratios to the body's font size (1 where unknown).
/// </summary>
public sealed record LineLook
{
    public static LineLook Plain { get; } = new();

    public double RelativeSize { get; init; } = 1;

    public bool IsBold { get; init; }

    /// <summary>Name of the typeface of the line's last word; null where unknown.</summary>
    public string? Face { get; init; }

    /// <summary>Set in another typeface than the body.</summary>
    public bool HasOwnFace { get; init; }

    public bool IsCentred { get; init; }

    /// <summary>The line's end reaches the right margin, so that the sentence may go on below.</summary>
    public bool ReachesRightMargin { get; init; }

    /// <summary>Indented against the left margin of the text, in em.</summary>
    public double IndentInEm { get; init; }

    /// <summary>A blank line, or clearly more than the usual space, lies above.</summary>
    public bool HasGapAbove { get; init; }

    /// <summary>White between this line and the one above on the page, in em; 0 for the first line of a page and in text files.</summary>
    public double SpaceAboveInEm { get; init; }

    /// <summary>Middle of the line from the top (0) to the bottom (1) of its page; null in text files.</summary>
    public double? HeightOnPage { get; init; }

    /// <summary>Blank lines above in a text file; a table with one cell a line shows its blank cells by them.</summary>
    public int BlankLinesAbove { get; init; }

    /// <summary>Markdown level (number of #), 0 without; noise in many sources.</summary>
    public int MarkupLevel { get; init; }

    /// <summary>Repeated at the edge of pages: running header, footer or page number. Never body text.</summary>
    public bool IsRunning { get; init; }
}
