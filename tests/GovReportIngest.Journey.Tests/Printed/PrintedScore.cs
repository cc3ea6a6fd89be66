using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit.Figures;

namespace GovReportIngest.Journey.Tests.Printed;

/// <summary>Compares records with the figures that were printed, and counts.</summary>
internal sealed class PrintedScore
{
    private const int MostShown = 40;

    private int fields;
    private int exact;
    private int open;
    private int violations;

    /// <summary>What must not be: one line each.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Values that are wrong and that nobody is asked about.</summary>
    public List<string> Silences { get; } = [];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{fields} fields, {100m * exact / Math.Max(1, fields):0.00} % exact, {100m * open / Math.Max(1, fields):0.00} % open, {Silences.Count} silently wrong, {violations} broken sums found");

    public void AssertExact() => Assert.True(Faults.Count + Silences.Count == 0,
        $"{Silences.Count} silently wrong, {Faults.Count} other faults:\n{string.Join('\n', Silences.Concat(Faults).Take(MostShown))}");

    /// <summary>For tables whose rows no rule parts: what cannot be told is asked about.</summary>
    public void AssertNothingSilent(decimal leastExact)
    {
        Assert.True(Silences.Count == 0, string.Join('\n', Silences.Take(MostShown)));
        Assert.True(exact >= leastExact * fields, $"{this}\n{string.Join('\n', Faults.Take(MostShown))}");
    }

    /// <param name="mark">What is printed where the figures have no number.</param>
    /// <param name="planted">Checks that the running text breaks.</param>
    public void Add(FigureFile file, ReportRecord record, string mark, string name, params string[] planted)
    {
        if (record.Form?.Id != file.Form.Id)
        {
            Faults.Add($"{name}: read as {record.Form?.Id ?? "no form"}");
            return;
        }

        var found = record.Fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        foreach (var (path, value) in file.Cells)
            Compare($"{name}: {path}", found[path], value, mark);
        Faults.AddRange(record.Fields
            .Where(field => !field.Key.StartsWith("report.", StringComparison.Ordinal) && !file.Cells.ContainsKey(field.Key) && field.Value is not { State: FieldState.Missing, Review: ReviewState.None })
            .Select(field => $"{name}: {field.Key} is not printed, but {Shown(field.Value)}"));
        CompareChecks(file, record, found, name, [.. file.Violations, .. planted]);
    }

    private void Compare(string name, RecordField field, decimal? value, string mark)
    {
        fields++;
        var expected = value is not null ? FieldState.Printed : mark.Length == 0 ? FieldState.Blank : FieldState.Placeholder;
        var isRight = field.State == expected && (value is null ? field.Value is null : field.Value == new FieldValue.Number(value.Value));
        var isOpen = field.Review is ReviewState.Open;
        exact += isRight && !isOpen ? 1 : 0;
        open += isOpen ? 1 : 0;
        if (!isRight || isOpen)
            (isOpen ? Faults : Silences).Add($"{name} is {(value is null ? $"'{mark}'" : value)}, found {Shown(field)}");
        else if (value is not null && field.Evidence.Count == 0)
            Faults.Add($"{name} has no evidence");
    }

    /// <summary>Every sum that the print breaks is found, but where a cell of it is blank; no other one is.</summary>
    private void CompareChecks(FigureFile file, ReportRecord record, Dictionary<string, RecordField> found, string name, HashSet<string> expected)
    {
        foreach (var check in record.Checks.Where(check => check.Outcome is CheckOutcome.Violated))
            if (expected.Contains(check.Id))
                violations++;
            else
                Faults.Add($"{name}: {check.Id} is said to be violated, {check.Left} and {check.Right}");
        foreach (var id in expected)
            if (record.Checks.FirstOrDefault(check => check.Id == id) is not { } check)
                Faults.Add($"{name}: no check {id}");
            else if (check.Outcome is not CheckOutcome.Violated && check.Fields.All(path => file.Cells.GetValueOrDefault(path) is not null && found[path].Review is ReviewState.None))
                Faults.Add($"{name}: {id} is {check.Outcome}, not violated");
    }

    private static string Shown(RecordField field) => $"{field.State} '{field.Printed}' {field.Review} {string.Join(' ', field.Reasons)}".TrimEnd();
}
