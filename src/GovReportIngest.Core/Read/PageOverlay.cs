namespace GovReportIngest.Core.Read;

/// <summary>What a shape of an overlay stands for; whoever draws it chooses colour and stroke.</summary>
public enum OverlayKind
{
    Word,
    Ruling,
    Cell,
    Heading,

    /// <summary>A field that is printed, read, and asks nobody.</summary>
    Sure,

    /// <summary>A field that waits for a person.</summary>
    Flagged,

    /// <summary>A field whose cell is blank, and nobody is asked about it.</summary>
    Blank,

    /// <summary>A field whose cell holds a placeholder such as <c>/</c>, and nobody is asked about it.</summary>
    Placeholder,

    /// <summary>The sum of an identity that does not hold in print.</summary>
    Finding,
}

/// <summary>Where the label of a shape stands.</summary>
public enum OverlayLabelSide
{
    Right,
    Above,
    Below,
}

/// <summary>One shape: a line (two corners) or a polygon, in points of the source page; x and y of its corners in turn.</summary>
public sealed record OverlayShape(OverlayKind Kind, IReadOnlyList<double> Corners)
{
    public string? Label { get; init; }

    /// <summary>Why a field is flagged; stands smaller below a label at the right, else behind it.</summary>
    public string? Reason { get; init; }

    public OverlayLabelSide LabelSide { get; init; }

    /// <summary>Of a heading, 1-based; else 0.</summary>
    public int Level { get; init; }
}

/// <summary>
/// What is to be drawn over one page, so that a person sees what was read where. A picture shows the source page upright
/// (turned as the reader turned it, before deskewing), <see cref="PixelsPerPoint"/> times its size, below a legend.
/// </summary>
public sealed record PageOverlay
{
    private const double UsualPixelsPerPoint = 3;
    
    /// <summary>Bounds the memory: a picture takes 64 MB at most, its PNG less than the largest message of a worker.</summary>
    private const double LongestSidePixels = 4000;

    public required int SourcePage { get; init; }

    /// <summary>Of the source page after turning, points.</summary>
    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>The reader turned the page clockwise by 0, 90, 180 or 270 degrees.</summary>
    public required int Rotation { get; init; }

    /// <summary>The first line on the picture; empty for none.</summary>
    public required string Title { get; init; }

    /// <summary>What has no place on the page, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>In the order of drawing.</summary>
    public IReadOnlyList<OverlayShape> Shapes { get; init; } = [];

    /// <summary>Nothing is drawn: the picture is the page alone.</summary>
    public bool IsBare => Title.Length == 0 && Notes.Count == 0 && Shapes.Count == 0;

    public double PixelsPerPoint => Math.Min(UsualPixelsPerPoint, LongestSidePixels / Math.Max(1, Math.Max(Width, Height)));

    /// <summary>Of the page alone.</summary>
    public (int Width, int Height) SizeInPixels =>
        ((int)Math.Ceiling(Math.Round(Width * PixelsPerPoint, 3)), (int)Math.Ceiling(Math.Round(Height * PixelsPerPoint, 3)));
}
