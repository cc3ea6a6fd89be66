using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Review;
using GovReportIngest.Core.Speech;
using GovReportIngest.Server.Speech;
using GovReportIngest.Storage.Quality;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Server.Api;

/// <summary>Makes of stored reports what a reviewer's browser works on.</summary>
internal static class ReportModels
{
    public static ReportModel Of(ReviewedReport report, Tongue tongue, string user)
    {
        var record = report.Record;
        var sheets = SheetsOf(report);
        var labels = new FieldLabels(sheets, tongue);
        var blind = new BlindView(report, user);
        var notes = report.Log.Where(row => row.Note is not null).ToLookup(row => row.Subject, NoteOf, StringComparer.Ordinal);
        return new()
        {
            Id = ReportId.Of(report.Id),
            Version = report.Version,
            Part = record.Source.Part,
            Parts = record.Source.Parts,
            Outcome = Codes.Of(record.Outcome),
            Open = record.Review.Count + record.Fields.Count(field => field.Value.Review is ReviewState.Open),
            Fields = [.. InOrder(record, sheets).Select(field => blind.IsHidden(field.Key)
                ? Hidden(FieldOf(field.Key, field.Value, report, labels, notes, tongue), blind.EnteredIn(field.Key), tongue)
                : FieldOf(field.Key, field.Value, report, labels, notes, tongue) with { IsForOthers = blind.IsForOthers(field.Key) })],
            Items = [.. report.Asked.GroupBy(item => item.Reason).Select(items => ItemOf(items.Key, [.. items], report, sheets, tongue, user))],
            Checks = ChecksOf(report, record.Checks.Where(check => !blind.Tells(check)), labels, tongue),
            Shifts = sheets.Select(sheet => (sheet.Key, Last: report.LastAbout(Decision.StructurePrefix + sheet.Key))).Where(table => table.Last > 0)
                .ToDictionary(table => table.Key, table => table.Last, StringComparer.Ordinal),
            Hints = [.. report.Standing.Hints.Select(hint => new HintModel(hint.Subject, HintWords.Of(hint.Hint!, labels, tongue), hint.Hint!.Text))],
            Readings = report.Log.Select(row => row.Subject).Where(subject => subject.StartsWith(Decision.ReadingPrefix, StringComparison.Ordinal)).Distinct()
                .ToDictionary(subject => subject, report.LastAbout, StringComparer.Ordinal),
            Absent = AbsentOf(report, sheets),
            Pages = PagesOf(record),
        };
    }

    public static IReadOnlyList<PageModel> PagesOf(ReportRecord record) => [.. record.Pages.Where(page => page.Width > 0 && page.Height > 0).DistinctBy(page => page.SourcePage)
        .Select(page => new PageModel(page.SourcePage, page.Width, page.Height, Math.Round(page.SkewDegrees, 2))
        {
            Rotation = page.Rotation, IsScanned = page.Read is PageReading.Ocr or PageReading.None, IsSpread = page.Part is not PagePart.Whole, IsLeftOut = page.Why == ReadPage.LeftOut,
        })];

    /// <summary>By table that was said to lack a page, the last decision; 0 for tables of which something was not found.</summary>
    private static Dictionary<string, long> AbsentOf(ReviewedReport report, IReadOnlyList<FormSheet> sheets) => sheets
        .Select(sheet => (sheet.Key, Last: report.LastAbout(Decision.AbsentPrefix + sheet.Key)))
        .Where(table => table.Last > 0 || report.Record.Fields.Any(field => field.Key.StartsWith(table.Key + ".", StringComparison.Ordinal)
            && field.Value is { State: FieldState.Missing, Review: ReviewState.Open, Evidence.Count: 0 }))
        .ToDictionary(table => table.Key, table => table.Last, StringComparer.Ordinal);

    /// <summary>A field that is read again; what the record says of it is not in it.</summary>
    public static QualityTask Of(QualityItem item, ReviewedReport report)
    {
        var fields = report.Record.Fields.ToDictionary(StringComparer.Ordinal);
        var own = fields.GetValueOrDefault(item.Path)?.Evidence.Select(PlaceOf).FirstOrDefault();
        var table = item.Path[..(item.Path.IndexOf('.', StringComparison.Ordinal) + 1)];
        var near = own?.Page ?? fields.Where(field => field.Key.StartsWith(table, StringComparison.Ordinal)).SelectMany(field => field.Value.Evidence)
            .OfType<Evidence.OnPage>().Select(place => (int?)place.Page).FirstOrDefault();
        return new(item.ItemId, ReportId.Of(item.Report), report.Version, IsNumber(item.Path), item.Shown, near, own, PagesOf(report.Record));
    }

    private static bool IsNumber(string path) => path == ReportPaths.Year || !ReportPaths.Has(path);

    public static IReadOnlyList<FormSheet> SheetsOf(ReviewedReport report) =>
        report.Form is { } form ? FormSheet.Of(form, report.Record.Form?.Variants ?? []) : [];

    /// <summary>The field as it would be, and the checks that it takes part in; nothing is written.</summary>
    public static TrialResult Try(ReviewedReport report, string path, FieldState state, FieldValue? value, Tongue tongue, string user)
    {
        var blind = new BlindView(report, user);
        var trial = new Decision { Id = 0, Subject = path, Action = DecisionAction.Correct, Result = new(state, value, null, []) };
        var record = ReviewedRecord.Of(report.Record, report.Form, new(new Dictionary<string, Decision> { [path] = trial }, []));
        var shown = report with { Record = record };
        return new(value is null ? null : WrittenValue.Of(value), Codes.Of(state),
            ChecksOf(shown, record.Checks.Where(check => check.Fields.Contains(path) && !blind.Tells(check, path)), new(SheetsOf(report), tongue), tongue));
    }

    /// <summary>The report as it would be after a shift; nothing is written.</summary>
    /// <returns>Null where nothing would move.</returns>
    public static ShiftTrialResult? Try(ReviewedReport report, BlockShift shift, Tongue tongue)
    {
        if (report.Form is not { } form || shift.In(new(form, report.Record.Form!.Variants)) is not { } sources)
            return null;
        var trial = new Decision { Id = long.MaxValue, Subject = "", Action = DecisionAction.Shift, Shift = shift };
        var record = ReviewedRecord.Of(RegisterItems.AddTo(report.Extracted, report.Items), form, report.Standing with { Shifts = [.. report.Standing.Shifts, trial] });
        var kept = sources.Values.ToHashSet();
        return new(Of(report with { Record = record }, tongue, ""), [.. report.Record.Fields
            .Where(field => sources.ContainsKey(field.Key) && !kept.Contains(field.Key) && field.Value.State is FieldState.Printed).Select(field => TextOf(field.Value.Value)!)]);
    }

    /// <summary>All items of one reason are one question; those that were settled stay, so that this can be taken back.</summary>
    private static ItemModel ItemOf(string reason, IReadOnlyList<DocumentItem> items, ReviewedReport report, IReadOnlyList<FormSheet> sheets, Tongue tongue, string user) => new(
        Decision.DocumentPrefix + reason, ReasonWords.Of(reason, tongue), [.. items.SelectMany(item => item.Pages).Distinct().Order()],
        string.Join(tongue["; ", "；"], items.Select(item => sheets.FirstOrDefault(sheet => sheet.Key == item.Detail)?.Title ?? (tongue.IsChinese && IsSentence(item.Detail) ? "" : item.Detail)).Where(detail => detail.Length > 0).Distinct()),
        report.Record.Review.Any(item => item.Reason == reason), report.LastAbout(Decision.DocumentPrefix + reason))
    {
        Tables = [.. sheets.Select(sheet => sheet.Key).Where(key => items.Any(item => item.Detail == key))],
        IsForOthers = reason == FourEyes.Reason && !FourEyes.MaySettle(report.Log, user),
    };

    /// <summary>Records explain their items in English, which adds nothing to the reason in words of another language; names and paths end without a stop.</summary>
    private static bool IsSentence(string detail) => detail.EndsWith('.');

    /// <summary>Checks in words.</summary>
    public static IReadOnlyList<CheckModel> ChecksOf(ReviewedReport report, IEnumerable<CheckResult> checks, FieldLabels labels, Tongue tongue)
    {
        var words = new CheckWords(report.Record, labels, report.Form?.IdentitiesWith(report.Record.Form?.Variants ?? []) ?? [], tongue);
        return [.. checks.Select(words.Of)];
    }

    private static IEnumerable<KeyValuePair<string, RecordField>> InOrder(ReportRecord record, IReadOnlyList<FormSheet> sheets)
    {
        var order = sheets.SelectMany(sheet => sheet.Rows.SelectMany(row => row)).Where(cell => cell.Path is not null)
            .Select((cell, index) => (cell.Path, index)).ToDictionary(place => place.Path!, place => place.index + 1, StringComparer.Ordinal);
        return record.Fields.Where(field => ReportPaths.Has(field.Key) || order.ContainsKey(field.Key) || field.Value.Review is not ReviewState.None)
            .OrderBy(field => order.GetValueOrDefault(field.Key));
    }

    private static FieldModel FieldOf(string path, RecordField field, ReviewedReport report, FieldLabels labels, ILookup<string, NoteModel> notes, Tongue tongue) => new()
    {
        Path = path,
        Label = labels.Of(path),
        State = Codes.Of(field.State),
        Value = TextOf(field.Value),
        Printed = field.Printed,
        IsNumber = IsNumber(path),
        Probability = field.Probability,
        Review = Codes.Of(field.Review),
        Reasons = [.. field.Reasons.Select(reason => ReasonWords.Of(reason, tongue))],
        Candidates = [.. field.Candidates.Select(candidate => new CandidateModel(TextOf(candidate.Value), candidate.Probability))],
        Places = [.. field.Evidence.Select(PlaceOf)],
        Extracted = field.Extracted is { } extracted ? TextOf(extracted.Value) ?? StateWords.OfField(Codes.Of(extracted.State), tongue) : null,
        Asserted = TextOf(field.Asserted?.Value),
        Last = report.LastAbout(path),
        Notes = [.. notes[path]],
    };

    /// <summary>Of what the machine read, or somebody else entered, nothing is shown.</summary>
    private static FieldModel Hidden(FieldModel field, DecidedField? entered, Tongue tongue) => field with
    {
        State = entered is null ? "hidden" : Codes.Of(entered.State), Value = entered is null ? null : TextOf(entered.Value) ?? StateWords.OfField(Codes.Of(entered.State), tongue),
        Printed = null, Candidates = [], Extracted = null, Asserted = null, IsHidden = entered is null, IsForOthers = entered is not null,
    };

    private static NoteModel NoteOf(DecisionRow row) => new(row.DecidedBy, row.DecidedAt, row.Note!);

    private static string? TextOf(FieldValue? value) => value is null ? null : WrittenValue.Of(value);

    private static PlaceModel PlaceOf(Evidence evidence) => evidence switch
    {
        Evidence.OnPage(var page, var box) => new() { Page = page, Box = [box.X, box.Y, box.Width, box.Height] },
        Evidence.InText(var line, var column, var length) => new() { Line = line, Column = column, Length = length },
        Evidence.AtNode(var node) => new() { Node = node },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Null where it is no place of the document.</summary>
    public static Evidence? EvidenceOf(PlaceModel? place, ReportRecord record) => place switch
    {
        { Page: { } page, Box: [var x, var y, > 0 and var width, > 0 and var height] } when record.Pages.Any(known => known.SourcePage == page
            && x >= 0 && y >= 0 && x + width <= known.Width + 1 && y + height <= known.Height + 1) => new Evidence.OnPage(page, new(x, y, width, height)),
        { Line: >= 1, Column: >= 1, Length: >= 0 } => new Evidence.InText(place.Line.Value, place.Column.Value, place.Length.Value),
        { Node: { Length: > 0 } node } => new Evidence.AtNode(node),
        _ => null,
    };
}
