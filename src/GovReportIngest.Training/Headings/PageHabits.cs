namespace GovReportIngest.Training.Headings;

/// <summary>Type of a heading: size against the body, weight, face, place.</summary>
internal readonly record struct HeadingType(double Size, bool IsBold, string? Face, double IndentInEm, bool IsCentred, double Above);

/// <summary>How a printed family sets its pages; lengths in points.</summary>
internal sealed record PageHabits
{
    public double Width { get; init; } = 595;

    public double Height { get; init; } = 842;

    public double Margin { get; init; } = 72;

    public double Size { get; init; } = 12;

    public string Face { get; init; } = "Song";

    /// <summary>Of the body's size, from line to line.</summary>
    public double Leading { get; init; } = 1.7;

    /// <summary>Between paragraphs, of the body's size.</summary>
    public double ParagraphGap { get; init; }

    public double IndentInEm { get; init; } = 2;

    public double TitleSize { get; init; } = 1.6;

    public string? TitleFace { get; init; }

    public bool TitleIsBold { get; init; }

    /// <summary>Of the levels 1 to 4.</summary>
    public required IReadOnlyList<HeadingType> Headings { get; init; }

    public string? Header { get; init; }

    /// <summary>Of the page number; # is the number, empty for none.</summary>
    public string Footer { get; init; } = "";

    public double FooterHeight { get; init; } = 40;

    public bool HasRuledTables { get; init; } = true;

    public double TableSize { get; init; } = 0.8;

    /// <summary>What scanning and OCR do to it; null for a text layer.</summary>
    public ScanNoise? Noise { get; init; }
}
