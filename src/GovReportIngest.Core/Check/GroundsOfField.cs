using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Check;

/// <summary>Gathers what speaks against each field of a scan.</summary>
internal sealed class GroundsOfField(IReadOnlyList<CheckResult> checks, IReadOnlySet<int> scannedPages)
{
    internal const string ReadersDiffer = "readers-differ";

    /// <summary>The readers' joint probability is below 0.99.</summary>
    internal const string Unsure = "joint-below-0.99";

    /// <summary>Steps of the readers' joint probability; a ground for each that it stays below.</summary>
    private static readonly (double Below, string Code)[] Steps =
    [
        (0.9999, "joint-below-0.9999"), (0.9998, "joint-below-0.9998"), (0.9995, "joint-below-0.9995"), (0.999, "joint-below-0.999"),
        (0.99, Unsure), (0.9, "joint-below-0.9"), (0.6, "joint-below-0.6"),
    ];

    /// <summary>The readers' joint probability from which on sums add nothing.</summary>
    private const double Certain = 0.999;

    private readonly Dictionary<string, int> held = CountOf(checks, CheckOutcome.Holds);
    private readonly Dictionary<string, int> violated = CountOf(checks, CheckOutcome.Violated);

    /// <summary>Null where the field is not of a scan.</summary>
    public FieldGrounds? Of(CellVerdict cell, string? suspicion) =>
        IsOfScan(cell) ? new(KindOf(cell), [.. Against(cell, suspicion).Distinct().Order(StringComparer.Ordinal)]) : null;

    private bool IsOfScan(CellVerdict cell) => scannedPages.Count > 0
        && (cell.Reading.Class == ReadingClass.OcrCell
            || cell.Reading.Evidence.OfType<Evidence.OnPage>().Any(place => scannedPages.Contains(place.Page))
            || (cell.State is FieldState.Missing or FieldState.Unreadable && cell.Reading.Evidence.Count == 0));

    private static string KindOf(CellVerdict cell) => cell.State switch
    {
        FieldState.Missing => cell.Reading.Notes.Count > 0 ? "absent" : "missing",
        FieldState.Unreadable => "unreadable",
        _ when cell.Reading.Class == ReadingClass.Narrative => "narrative",
        _ when cell.Reading.Class != ReadingClass.OcrCell => "words",
        FieldState.Blank => "blank",
        FieldState.Placeholder => "placeholder",
        _ when cell.IsDoubtful && cell.IsConfirmed => "confirmed",
        _ => cell.Operand.Amount == 0 ? "zero" : "number",
    };

    private IEnumerable<string> Against(CellVerdict cell, string? suspicion)
    {
        var reading = cell.Reading;
        foreach (var code in reading.Doubts.Concat(reading.Grounds))
            yield return code;
        if (suspicion is not null)
            yield return suspicion;
        if (reading.Cell is not { } read)
            yield break;
        foreach (var code in read.Doubts.Concat(read.Grounds))
            yield return code;
        if (cell.State != FieldState.Printed)
            yield break;
        foreach (var code in OfReaders(cell, read))
            yield return code;
        // What the readers are certain of needs no sum to bear it out: where none does, it is printed so.
        if (JointOf(read) < Certain)
            foreach (var code in OfIdentities(reading.Path))
                yield return code;
        if (cell.WasChosen)
            yield return "chosen-by-identities";
    }

    private static IEnumerable<string> OfReaders(CellVerdict cell, CellReading read)
    {
        if (read.Opinions.Count > 1 && !cell.ReadersAgree)
            yield return ReadersDiffer;
        if (read.Opinions.Count < 3)
            yield return "few-readers";
        if (read.Opinions.Count < 2)
            yield return "one-reader";
        var joint = JointOf(read);
        foreach (var (below, code) in Steps)
            if (joint < below)
                yield return code;
    }

    private static double JointOf(CellReading read) => read.Candidates.Count > 0 ? read.Candidates[0].Probability : 0;

    private IEnumerable<string> OfIdentities(string path)
    {
        var (holds, fails) = (held.GetValueOrDefault(path), violated.GetValueOrDefault(path));
        if (holds == 0)
            yield return "no-identity-holds";
        if (holds < 2)
            yield return "one-identity-at-most";
        if (fails > 0)
            yield return "identity-violated";
        if (fails > 1)
            yield return "identities-violated";
    }

    private static Dictionary<string, int> CountOf(IReadOnlyList<CheckResult> checks, CheckOutcome outcome) => checks
        .Where(check => check.Outcome == outcome && check.Severity == CheckSeverity.Error)
        .SelectMany(check => check.Fields).CountBy(path => path).ToDictionary(StringComparer.Ordinal);
}
