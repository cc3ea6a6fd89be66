namespace GovReportIngest.Core.Document;

/// <summary>
/// A run of characters without a gap on one line of a page, in the layout frame.
/// <see cref="Edges"/> holds the left edge of every code point of <see cref="Text"/> and the right edge of the last
/// (length = code points + 1, points, not falling), so that a word can be cut at a cell border.
/// </summary>
public sealed record Word
{
    public required string Text { get; init; }

    public required Box Box { get; init; }

    public required IReadOnlyList<double> Edges { get; init; }

    /// <summary>0–100 as the OCR engine gives it; 100 for a text layer.</summary>
    public double Confidence { get; init; } = 100;

    /// <summary>Height of the font in points; 0 where unknown.</summary>
    public double FontSize { get; init; }

    public bool IsBold { get; init; }

    public string? FontName { get; init; }
}
