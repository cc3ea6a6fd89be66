using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Read;

/// <summary>How the characters of a page were obtained (<c>pages[].read</c> of the record).</summary>
public enum PageReading
{
    TextLayer,
    Ocr,
    Text,
    None,
}

public enum PagePart
{
    Whole,
    Left,
    Right,
}

/// <summary>A line of a text file, as decoded, without its line end; <see cref="Number"/> is 1-based.</summary>
public readonly record struct TextFileLine(int Number, string Text)
{
    /// <summary>Where a person said that a table of the form stands there, its key; null elsewhere.</summary>
    public string? AssignedTo { get; init; }
}

/// <summary>
/// One page as the reader delivers it. Geometry is in the layout frame: points, upright, deskewed.
/// Pages of scans carry words of text and labels; number cells are read later (<see cref="IOpenDocument.ReadCellsAsync"/>).
/// Text files are one page with <see cref="Lines"/> and no geometry; documents with a structure of their own have <see cref="Flow"/>.
/// </summary>
public sealed record ReadPage
{
    /// <summary>1-based, in reading order over the whole document; of a reader any that is no other page's (<see cref="NumberedDocument"/>).</summary>
    public required int Number { get; init; }

    /// <summary>1-based page of the source file (differs from <see cref="Number"/> after a spread was split).</summary>
    public required int SourcePage { get; init; }

    public PagePart Part { get; init; } = PagePart.Whole;

    /// <summary>Width of the source page after turning, points; 0 for text.</summary>
    public double Width { get; init; }

    public double Height { get; init; }

    /// <summary>Turned clockwise by 0, 90, 180 or 270 degrees.</summary>
    public int Rotation { get; init; }

    public double SkewDegrees { get; init; }

    /// <summary>Horizontal and vertical resolution of a scan; null for text layers and text.</summary>
    public (int X, int Y)? Dpi { get; init; }

    public bool DpiIsAssumed { get; init; }

    public required PageReading Reading { get; init; }

    /// <summary>Stable code: why this reading was chosen (such as <c>text-layer-fits</c>, <c>no-text-layer</c>, <c>unmapped-characters</c>, <c>text-file</c>, <c>web-page</c>).</summary>
    public required string Why { get; init; }

    public PageFrame Frame { get; init; } = PageFrame.Identity;

    /// <summary>Of a part of a page (<see cref="Turned"/>): its layout frame is the page's, turned clockwise by so many degrees; else 0.</summary>
    public int Turn { get; init; }

    /// <summary>
    /// Parts of the page whose text runs another way, such as a table set sideways on an upright page: each like a page of its
    /// own with the same number, in its own layout frame. Their words and rulings are not among those of the page.
    /// </summary>
    public IReadOnlyList<ReadPage> Turned { get; init; } = [];

    /// <summary>Of a part of a page that a person marked: the key of the form's table that stands there.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Parts of the page or of its turned parts that people marked as tables of the form, in the frame of what they are parts of.</summary>
    public IReadOnlyList<ReadPage> Assigned { get; init; } = [];

    /// <summary>The page and all parts of it.</summary>
    public IEnumerable<ReadPage> Parts() => [this, .. Turned, .. Assigned];

    public IReadOnlyList<Word> Words { get; init; } = [];

    public IReadOnlyList<Ruling> Rulings { get; init; } = [];

    /// <summary>Scans: ink of numbers that stand alone in their cells and are left for the second call of reading.</summary>
    public IReadOnlyList<Box> UnreadInk { get; init; } = [];

    public IReadOnlyList<TextFileLine> Lines { get; init; } = [];

    /// <summary>HTML and DOCX: what stands there, in reading order. Such pages are <see cref="PageReading.Text"/> without geometry.</summary>
    public IReadOnlyList<FlowBlock> Flow { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary><see cref="Why"/> of a page that a person said to be no part of the report.</summary>
    public const string LeftOut = "left-out";

    public bool IsLeftOut => Why == LeftOut;

    /// <summary>It could not be read, or its scan shows nothing: what the document seems to lack may stand there.</summary>
    public bool IsLost => (Reading is PageReading.None && !IsLeftOut) || Problems.Any(problem => problem.Category == Problem.Blank);
}
