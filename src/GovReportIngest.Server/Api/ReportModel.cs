using System.Text.Json.Serialization;
using GovReportIngest.Storage.Quality;

namespace GovReportIngest.Server.Api;

/// <summary>One report as the review page works on it. Values are as records write them: a number or a text.</summary>
internal sealed record ReportModel
{
    public required string Id { get; init; }

    public required long Version { get; init; }

    /// <summary>Which of the reports of its file it is, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>How many reports the file has.</summary>
    public required int Parts { get; init; }

    /// <summary>accepted, needs-review or rejected.</summary>
    public required string Outcome { get; init; }

    /// <summary>Open fields and items.</summary>
    public required int Open { get; init; }

    /// <summary>In the order in which they are asked: facts of the report, then table by table.</summary>
    public required IReadOnlyList<FieldModel> Fields { get; init; }

    public required IReadOnlyList<ItemModel> Items { get; init; }

    public required IReadOnlyList<CheckModel> Checks { get; init; }

    /// <summary>By table, the last decision about its structure.</summary>
    public required IReadOnlyDictionary<string, long> Shifts { get; init; }

    /// <summary>What people said about how the document is read, and is in force.</summary>
    public required IReadOnlyList<HintModel> Hints { get; init; }

    /// <summary>By subject, the last decision about how the document is read.</summary>
    public required IReadOnlyDictionary<string, long> Readings { get; init; }

    /// <summary>Tables of which something was not found, or that were said to lack a page: the last decision about that.</summary>
    public required IReadOnlyDictionary<string, long> Absent { get; init; }

    public required IReadOnlyList<PageModel> Pages { get; init; }
}

/// <param name="Subject">Of the decision.</param>
/// <param name="Words">What was said.</param>
/// <param name="Text">The same as it is sent.</param>
internal sealed record HintModel(string Subject, string Words, string Text);

internal sealed record FieldModel
{
    public required string Path { get; init; }

    /// <summary>Row and column, or the fact, as the form calls it.</summary>
    public required string Label { get; init; }

    public required string State { get; init; }

    public string? Value { get; init; }

    public string? Printed { get; init; }

    /// <summary>Whether only digits and marks of numbers are typed into it.</summary>
    public required bool IsNumber { get; init; }

    public required decimal Probability { get; init; }

    public required string Review { get; init; }

    /// <summary>In words.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public required IReadOnlyList<CandidateModel> Candidates { get; init; }

    public required IReadOnlyList<PlaceModel> Places { get; init; }

    /// <summary>What the machine had read, where a person decided.</summary>
    public string? Extracted { get; init; }

    /// <summary>Known, but not printed.</summary>
    public string? Asserted { get; init; }

    /// <summary>Whether what was read is not shown, since two people enter it without seeing each other's answers.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether somebody else has to answer: who asks has, or is one of two who differ.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>What people said about it, the earliest first.</summary>
    public required IReadOnlyList<NoteModel> Notes { get; init; }

    /// <summary>The last decision about it; 0 for none. To be sent back as <c>seen</c>.</summary>
    public required long Last { get; init; }
}

/// <param name="At">Milliseconds since 1970, UTC.</param>
internal sealed record NoteModel(string By, long At, string Text);

internal sealed record CandidateModel(string? Value, decimal Probability);

/// <summary>Where something stands: a box on a page (points: x, y, width, height), characters of a text, or a node.</summary>
internal sealed record PlaceModel
{
    public int? Page { get; init; }

    public IReadOnlyList<double>? Box { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    public int? Length { get; init; }

    public string? Node { get; init; }
}

/// <param name="IsOpen">Whether it waits; else it was settled.</param>
internal sealed record ItemModel(string Subject, string Reason, IReadOnlyList<int> Pages, string Detail, bool IsOpen, long Last)
{
    /// <summary>Whether it waits for somebody else than who asks.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>Keys of the tables that it is about.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];
}

/// <param name="Id">Of the check.</param>
/// <param name="Outcome">holds, violated or unknown.</param>
/// <param name="Severity">error or warning.</param>
/// <param name="Fields">Paths that take part.</param>
/// <param name="Words">The sum worked out, in words.</param>
internal sealed record CheckModel(string Id, string Outcome, string Severity, IReadOnlyList<string> Fields, string Words);

/// <summary>What the page beside which a report is read needs to know.</summary>
/// <param name="Report">Its id.</param>
internal sealed record ReadingModel(string Report, long Version, IReadOnlyList<PageModel> Pages);

/// <param name="Number">Of the source page.</param>
/// <param name="Width">Points, after turning.</param>
/// <param name="Height">Points, after turning.</param>
/// <param name="Skew">Degrees, which the picture still has.</param>
internal sealed record PageModel(int Number, double Width, double Height, double Skew)
{
    /// <summary>Degrees clockwise by which it was turned.</summary>
    public int Rotation { get; init; }

    /// <summary>Whether it was read from a picture, or not at all.</summary>
    public bool IsScanned { get; init; }

    /// <summary>Whether it was read as two pages.</summary>
    public bool IsSpread { get; init; }

    /// <summary>Whether a person said that it is no part of the report.</summary>
    public bool IsLeftOut { get; init; }
}

internal sealed record DecisionModel
{
    public required string Subject { get; init; }

    /// <summary>confirm, correct, settle, shift, reread, absent, doubt, comment or reverse. Where open fields are entered twice, a correction is an entry.</summary>
    public required string Action { get; init; }

    public required long Version { get; init; }

    public long Seen { get; init; }

    /// <summary>Of a correction: what the page prints, character by character; blank, a mark or unreadable where <see cref="State"/> says so.</summary>
    public string? Printed { get; init; }

    /// <summary>Of a correction where nothing is printed that could be typed: blank, placeholder, missing, unreadable.</summary>
    public string? State { get; init; }

    /// <summary>Where it is printed, if the machine did not find it.</summary>
    public PlaceModel? Place { get; init; }

    /// <summary>A value that is known, though the page does not print it.</summary>
    public string? Asserted { get; init; }

    /// <summary>The page prints this though it cannot be right.</summary>
    public bool IsSourceWrong { get; init; }

    public string? Note { get; init; }

    /// <summary>Of a shift.</summary>
    public ShiftModel? Shift { get; init; }

    /// <summary>Of what is to be read again: turn PAGE DEGREES, spread PAGE 1 or 2, order PAGES, form ID, page PAGE left-out, table KEY PAGE:X,Y,WIDTH,HEIGHT;… (in a source without pages line:FIRST..LAST or node:FIRST..LAST), rules PAGE +X,Y,X,Y;-X,Y,X,Y;… (points of the source page; - strikes out), parts one or PLACE;… (where further reports of the file begin: page:N, line:N or node:NODE).</summary>
    public string? Hint { get; init; }
}

/// <summary>Cells of a table whose content stands elsewhere.</summary>
/// <param name="From">Path of one corner.</param>
/// <param name="To">Path of the opposite one.</param>
/// <param name="Down">Rows; negative for up.</param>
/// <param name="Right">Columns; negative for left.</param>
internal sealed record ShiftModel(string From, string To, int Down = 0, int Right = 0);

/// <param name="Report">As it would be.</param>
/// <param name="Lost">Printed values that would be in the record no longer.</param>
internal sealed record ShiftTrialResult(ReportModel Report, IReadOnlyList<string> Lost);

internal sealed record TrialModel
{
    public required string Path { get; init; }

    public string? Printed { get; init; }

    public string? State { get; init; }
}

/// <param name="Value">What was understood; null where it is no value.</param>
/// <param name="State">Of the field, if it were decided so.</param>
/// <param name="Checks">Those that the field takes part in, evaluated with it.</param>
internal sealed record TrialResult(string? Value, string State, IReadOnlyList<CheckModel> Checks);

/// <summary>A field that is read again, as the browser shows it.</summary>
/// <param name="Shown">What is filled in beforehand; null where nothing is.</param>
/// <param name="Page">Where it stands, or its row or table.</param>
/// <param name="Place">Null where its place is not known.</param>
internal sealed record QualityTask(long Item, string Report, long Version, bool IsNumber, string? Shown, int? Page, PlaceModel? Place, IReadOnlyList<PageModel> Pages);

/// <summary>What sample is drawn; what is left out is 5 %, 2,000 fields at most, and a bar of 1 in 1,000.</summary>
internal sealed record QualityPlanModel(decimal? Share = null, int? Most = null, decimal? Bar = null, int? Seed = null);

/// <summary>What the page prints, or a state; nothing where what is filled in is right.</summary>
internal sealed record QualityAnswerModel(string? Printed = null, string? State = null);

/// <param name="Bar">The rate of errors that is accepted.</param>
/// <param name="Fields">That could have been drawn.</param>
/// <param name="AtLeast">Lower 95 % bound of the rate of errors.</param>
/// <param name="AtMost">Upper 95 % bound; what is not settled counts.</param>
/// <param name="IsWithin">Null while the answers do not show it.</param>
internal sealed record QualitySampleModel(
    long Sample, long DrawnAt, string DrawnBy, long Seed, decimal Bar, long Fields, long Asked, long Answered, long Errors, long Unsettled, decimal AtLeast, decimal AtMost, bool? IsWithin);

internal sealed record QualityModel(IReadOnlyList<QualitySampleModel> Samples, IReadOnlyList<ReviewerQuality> Reviewers);

/// <param name="Next">To be given as <c>before</c> for the page behind this one; null where this is the last.</param>
internal sealed record SearchModel(IReadOnlyList<HitModel> Reports, long? Next);

internal sealed record HitModel(string Id, string Path, string? Agency, long? Year, string? Snippet);

internal sealed record LeaseModel(string? HeldBy, int Seconds);

internal sealed record QueueModel(IReadOnlyList<QueueRowModel> Reports);

internal sealed record QueueRowModel(string Id, string Path, string? Agency, long? Year, string? Form, long Open, string? Reason, long OpenedAt, string? HeldBy, string? Assignee);

/// <param name="To">Who is to review the report; null for anybody.</param>
internal sealed record AssignmentModel(string? To = null);

internal sealed record DocumentsModel(IReadOnlyList<DocumentModel> Documents, string? Next);

internal sealed record DocumentModel(string Id, string Path, string State, string? Agency, long? Year, string? Form, long Pages, long Fields, long Open, long Findings);

/// <param name="Id">Of the document, or of one of its reports.</param>
/// <param name="Path">Its name.</param>
/// <param name="State">collected, processing, accepted, needs-review or rejected.</param>
/// <param name="Open">Open fields and items of the report.</param>
/// <param name="Reports">Ids of the reports that were found in it.</param>
internal sealed record DocumentStateModel(string Id, string Path, string State, int Open, IReadOnlyList<string> Reports);

/// <param name="Pieces">In reading order.</param>
internal sealed record SourceTextModel(IReadOnlyList<SourcePieceModel> Pieces);

/// <param name="Place">line:N of a text, node:NODE of a web page or a Word file.</param>
/// <param name="Rows">Of a table, cell by cell; null elsewhere.</param>
internal sealed record SourcePieceModel(string Place, string Text, IReadOnlyList<IReadOnlyList<string>>? Rows = null);

internal sealed record ConflictModel(string Title, int Status, string Detail, ReportModel? Report);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ReportModel))]
[JsonSerializable(typeof(DecisionModel))]
[JsonSerializable(typeof(TrialModel))]
[JsonSerializable(typeof(TrialResult))]
[JsonSerializable(typeof(ShiftModel))]
[JsonSerializable(typeof(SearchModel))]
[JsonSerializable(typeof(QualityPlanModel))]
[JsonSerializable(typeof(QualityAnswerModel))]
[JsonSerializable(typeof(QualityModel))]
[JsonSerializable(typeof(QualityTask))]
[JsonSerializable(typeof(Dictionary<string, long>))]
[JsonSerializable(typeof(ShiftTrialResult))]
[JsonSerializable(typeof(LeaseModel))]
[JsonSerializable(typeof(AssignmentModel))]
[JsonSerializable(typeof(QueueModel))]
[JsonSerializable(typeof(DocumentsModel))]
[JsonSerializable(typeof(DocumentStateModel))]
[JsonSerializable(typeof(ConflictModel))]
[JsonSerializable(typeof(SourceTextModel))]
[JsonSerializable(typeof(ReadingModel))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ApiJson : JsonSerializerContext;
