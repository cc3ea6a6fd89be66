using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;
using GovReportIngest.TestKit.Figures;

namespace GovReportIngest.Core.Tests.Interpret.Figures;

/// <summary>Compares records with what was laid out, and counts.</summary>
internal sealed class FigureScore
{
    private int fields;
    private int ambiguous;
    private int destroyed;
    private int needless;
    private int silent;
    private readonly HashSet<(string Name, string Row)> silentRows = [];

    /// <summary>What must not be: one line each.</summary>
    public List<string> Faults { get; } = [];

    public int Silent => silent;

    public int Rows { get; private set; }

    public int SilentRows => silentRows.Count;

    /// <summary>Fields that are open without need, of all.</summary>
    public double NeedlessShare => (double)needless / Math.Max(1, fields);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{fields} fields, {100.0 * ambiguous / fields:0.00} % ambiguous, {100.0 * destroyed / fields:0.00} % with blanks lost, {needless} open without need, {silent} silently wrong");

    /// <summary>Reads the text and compares.</summary>
    /// <param name="isJudged">Whether what is open is compared with what can be known; else only what is silently wrong counts.</param>
    public void Add(FigureFile file, string text, IReadOnlyList<LaidRow> rows, string name, bool isJudged = true)
    {
        var record = TextReports.Ingest(text);
        if (record.Form?.Id != file.Form.Id)
        {
            Faults.Add($"{name}: read as {record.Form?.Id ?? "no form"}");
            return;
        }

        var found = record.Fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        Rows += rows.Count;
        var enumerator = isJudged ? new FusedEnumerator(rows) : null;
        var losesBlanks = rows.Any(row => row.LostBlanks);
        foreach (var row in rows)
            foreach (var field in row.Fields)
                Compare(name, row, field, found[field.Path], enumerator, losesBlanks);
        foreach (var (path, field) in record.Fields.Where(field => !field.Key.StartsWith("report.", StringComparison.Ordinal) && !file.Cells.ContainsKey(field.Key)))
            if (field.Review is not ReviewState.Open ? field.State is not FieldState.Missing : isJudged && !losesBlanks)
                Faults.Add($"{name}: {path} is not printed, but {field.State} {field.Printed} {string.Join(' ', field.Reasons)}");
        if (isJudged)
            CompareChecks(name, file, record, found);
    }

    private void Compare(string name, LaidRow row, LaidField truth, RecordField field, FusedEnumerator? enumerator, bool losesBlanks)
    {
        fields++;
        var isUncertain = enumerator?.Uncertain.Contains(truth.Path) is true || row.LostBlanks;
        if (row.LostBlanks)
            destroyed++;
        else if (isUncertain)
            ambiguous++;
        var isRight = field.State == StateOf(truth) && (truth.Value is null ? field.Value is null : field.Value == new FieldValue.Number(truth.Value.Value));
        if (field.Review is ReviewState.Open && !isUncertain)
            needless++;
        if (field.Review is not ReviewState.Open && !isRight)
        {
            silent++;
            silentRows.Add((name, $"{row.Table}.{row.Row}"));
        }

        var fault = field.Review is ReviewState.Open
            ? isUncertain || (losesBlanks && row.IsFused) || enumerator is not { IsUndecided: false } ? null : "is open without need"
            : !isRight ? "is silently wrong" : enumerator is not null && isUncertain && !row.LostBlanks ? "cannot be known, but is not open" : null;
        if (fault is not null)
            Faults.Add($"{name}: {truth.Path} {fault}: {field.State} '{field.Printed}' {string.Join(' ', field.Reasons)} for '{truth.Printed}' in '{string.Join(' ', row.Tokens)}'");
    }

    private static FieldState StateOf(LaidField truth) =>
        truth.Value is not null ? FieldState.Printed : truth.Printed.Length == 0 ? FieldState.Blank : FieldState.Placeholder;

    /// <summary>Every sum that the print breaks is found, but where one of its fields is open or blank; no other one is.</summary>
    private void CompareChecks(string name, FigureFile file, ReportRecord record, Dictionary<string, RecordField> found)
    {
        foreach (var check in record.Checks)
        {
            var isKnown = check.Fields.All(path => found[path].State is FieldState.Printed or FieldState.Placeholder or FieldState.Blank);
            if (check.Outcome is CheckOutcome.Violated && !file.Violations.Contains(check.Id))
                Faults.Add($"{name}: {check.Id} is said to be violated, {check.Left} and {check.Right}");
            if (check.Outcome is not CheckOutcome.Violated && isKnown && check.AssumedZero.Count == 0 && file.Violations.Contains(check.Id))
                Faults.Add($"{name}: {check.Id} is {check.Outcome}, not violated");
        }

        foreach (var id in file.Violations.Where(id => record.Checks.All(check => check.Id != id)))
            Faults.Add($"{name}: no check {id}");
    }
}
