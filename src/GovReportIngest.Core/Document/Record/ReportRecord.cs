using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Document.Record;

/// <summary>
/// The record <c>govreport.record/1</c>: what one report prints, with evidence. Immutable; docs/record.md describes the JSON.
/// Members without a counterpart here are written by Export.
/// </summary>
public sealed record ReportRecord
{
    public const string SchemaId = "govreport.record/1";

    public required RecordSource Source { get; init; }

    public required EngineVersions Engine { get; init; }

    /// <summary>What people said about how the document is to be read (<see cref="ReadingHint.Text"/>); nothing for nearly every document.</summary>
    public IReadOnlyList<string> Guide { get; init; } = [];

    /// <summary>Null where no form definition matches; outline and tables are still there.</summary>
    public RecordForm? Form { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Open items of the whole document.</summary>
    public IReadOnlyList<DocumentItem> Review { get; init; } = [];

    public IReadOnlyList<RecordPage> Pages { get; init; } = [];

    /// <summary>In the order of the form: <c>report.*</c> first, then table by table.</summary>
    public IReadOnlyList<KeyValuePair<string, RecordField>> Fields { get; init; } = [];

    public IReadOnlyList<OutlineNode> Outline { get; init; } = [];

    public IReadOnlyList<RecordTable> Tables { get; init; } = [];

    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

public sealed record RecordSource(string Path, string? Url, string Sha256, string MediaType, long Bytes, int Part = 1, int Parts = 1);

public sealed record RecordForm(string Id, decimal Score, IReadOnlyList<string> Variants);

public enum Outcome
{
    Accepted,
    NeedsReview,
    Rejected,
}

/// <summary>An open item of the whole document, such as <c>form-unknown</c>, <c>table-not-found</c>, <c>no-agency</c>.</summary>
public sealed record DocumentItem(string Reason, IReadOnlyList<int> Pages, string Detail);

public sealed record RecordPage(
    int Number,
    int SourcePage,
    PagePart Part,
    double Width,
    double Height,
    int Rotation,
    double SkewDegrees,
    (int X, int Y)? Dpi,
    bool DpiAssumed,
    PageReading Read,
    string Why);

public sealed record OutlineNode(
    int Level,
    string? Number,
    string Title,
    string? Key,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<OutlineNode> Children);

public sealed record RecordTable(string? Key, int Rows, int Columns, int RepeatedHeaders, IReadOnlyList<RecordCell> Cells);

public sealed record RecordCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, IReadOnlyList<Evidence> Evidence);
