namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// How a line looks, relative to its document. Sizes are ratios to the body's font size (1 where unknown).
/// </summary>
public sealed record LineLook
{
    public static LineLook Plain { get; } = new();

    public double RelativeSize { get; init; } = 1;

    public bool IsBold { get; init; }

    public bool IsCentred { get; init; }

    /// <summary>The line's end reaches the right margin, so that the sentence may go on below.</summary>
    public bool ReachesRightMargin { get; init; }

    /// <summary>Indented against the left margin of the text, in em.</summary>
    public double IndentInEm { get; init; }

    /// <summary>A blank line, or clearly more than the usual space, lies above.</summary>
    public bool HasGapAbove { get; init; }

    /// <summary>Blank lines above in a text file; a table with one cell a line shows its blank cells by them.</summary>
    public int BlankLinesAbove { get; init; }

    /// <summary>Markdown level (number of #), 0 without; noise in many sources.</summary>
    public int MarkupLevel { get; init; }

    /// <summary>Repeated at the edge of pages: running header, footer or page number. Never body text.</summary>
    public bool IsRunning { get; init; }
}
