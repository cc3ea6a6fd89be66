using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>How a field's characters were found and tied to the form; decides the class constant of its probability.</summary>
public enum ReadingClass
{
    /// <summary>A cell of a grid, characters from a text layer or text file.</summary>
    PlainCell,

    /// <summary>A token of a stream aligned to the form.</summary>
    AlignedToken,

    /// <summary>Split from fused digits, the only possible split.</summary>
    FusedUnique,

    /// <summary>Split from fused digits, one of several, confirmed by independent identities.</summary>
    FusedChosen,

    /// <summary>A cell read by OCR; <see cref="FieldReading.Cell"/> has the readers' opinions.</summary>
    OcrCell,

    /// <summary>Taken from running text: title, agency, year.</summary>
    Narrative,
}

/// <summary>What Interpret found for one field, before Check gives it a probability and a review decision.</summary>
public sealed record FieldReading
{
    /// <summary>Such as <c>requests.new_received.total</c> or <c>report.agency</c>.</summary>
    public required string Path { get; init; }

    public required FieldState State { get; init; }

    public required ReadingClass Class { get; init; }

    /// <summary>Verbatim characters; null where nothing is printed.</summary>
    public string? Printed { get; init; }

    /// <summary>Null unless the state is printed.</summary>
    public FieldValue? Value { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The readers' opinions of a scanned cell.</summary>
    public CellReading? Cell { get; init; }

    /// <summary>Other values that fit (fused digits, OCR), likeliest first, without the chosen one.</summary>
    public IReadOnlyList<FieldCandidate> Alternatives { get; init; } = [];

    /// <summary>Stable codes of doubts; every one of them opens the field for review.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Stable codes of what speaks a little against the place of a scanned cell, too little to be a doubt: <c>label-loose</c>, <c>beside-lost-row</c>, …</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>Stable codes that explain without opening (<c>row-replaced</c>).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
