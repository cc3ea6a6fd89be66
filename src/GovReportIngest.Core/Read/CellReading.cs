using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Read;

public enum CellKind
{
    /// <summary>An integer ≥ 0, a placeholder or blank.</summary>
    Integer,

    /// <summary>An integer that may be negative.</summary>
    SignedInteger,

    /// <summary>A number with decimals, perhaps with a unit.</summary>
    Decimal,

    /// <summary>Words.</summary>
    Text,
}

/// <summary>
/// A cell to read: its inside in the layout frame of its page, points. <see cref="Row"/> groups the cells that stand on one
/// table row (they are read in one montage). <see cref="Turn"/> is that of the part of the page in whose frame the box lies
/// (<see cref="ReadPage.Turn"/>), as that of the answer's box is.
/// </summary>
public readonly record struct CellRequest(Box Box, CellKind Kind, int Row, int Turn = 0);

public enum CellInk
{
    /// <summary>No ink that could be a character.</summary>
    Blank,

    /// <summary>Characters were found and read.</summary>
    Printed,

    /// <summary>Ink that no reader could read as this kind (a stamp, handwriting, dirt, a smear).</summary>
    Unreadable,
}

/// <summary>What one independent reader (<c>row-montage</c>, <c>second-montage</c>, <c>digit-model</c>, <c>glyph-vote</c>) saw.</summary>
public readonly record struct ReaderOpinion(string Reader, string Text, double Confidence);

/// <summary>One possible text of a cell with the readers' joint probability before any identity is considered.</summary>
public readonly record struct TextCandidate(string Text, double Probability);

/// <summary>The answer to a <see cref="CellRequest"/>.</summary>
public sealed record CellReading
{
    /// <summary>Readers differ, or agree and are too few to be sure.</summary>
    public const string ReadersDisagree = "readers-disagree";

    /// <summary>Ink that no number is known to leave.</summary>
    public const string UnusualInk = "unusual-ink";

    public required CellInk Ink { get; init; }

    /// <summary>The best reading; empty for blank and unreadable cells.</summary>
    public required string Text { get; init; }

    /// <summary>Box of the ink in the layout frame; null where blank.</summary>
    public Box? InkBox { get; init; }

    public IReadOnlyList<ReaderOpinion> Opinions { get; init; } = [];

    /// <summary>All readings the image supports, likeliest first, the chosen one included; probabilities sum to at most 1.</summary>
    public IReadOnlyList<TextCandidate> Candidates { get; init; } = [];

    /// <summary>Stable codes such as <c>readers-disagree</c>, <c>low-contrast</c>, <c>touches-rule</c>, <c>unusual-ink</c>.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Stable codes of what speaks a little against the reading, too little to be a doubt: <c>poor-page</c>, <c>weak-contrast</c>, <c>pale-ink</c>, …</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>The answer for a cell cut by a page break, from those for its parts: what stands on one of them; ink on both is doubtful.</summary>
    public CellReading With(CellReading next) => (Ink, next.Ink) switch
    {
        (_, CellInk.Blank) => this,
        (CellInk.Blank, _) => next,
        _ => this with { Doubts = [.. Doubts.Append(UnusualInk).Distinct()] },
    };
}
