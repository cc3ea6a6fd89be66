using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;

namespace GovReportIngest.Core.Check;

/// <summary>
/// Which scanned cells to ask about when a sum is wrong: the weakest of each violated identity, and a cell that lies in two of
/// them before all others. Where every cell was read strongly, the report itself is wrong and nobody is asked; but where so many sums
/// are wrong as no report prints, the readers err alike, and all cells of these sums are asked about.
/// </summary>
internal static class ViolationCulprits
{
    /// <summary>Reports that contradict themselves do so in fewer than one of so many sums.</summary>
    private const int SumsToOneWrong = 5;

    /// <summary>A few wrong sums tell nothing of the readers, however few there are in all.</summary>
    private const int FewWrong = 5;

    public static IReadOnlySet<string> Among(IReadOnlyList<CellVerdict> cells, IReadOnlyList<CheckResult> checks, decimal strong)
    {
        var weak = cells.Where(cell => IsWeak(cell, strong)).ToDictionary(cell => cell.Reading.Path, StringComparer.Ordinal);
        var violated = checks.Where(check => check is { Outcome: CheckOutcome.Violated, Severity: CheckSeverity.Error }).ToList();
        var counts = violated.SelectMany(check => check.Fields).CountBy(path => path).ToDictionary(StringComparer.Ordinal);
        var culprits = new HashSet<string>(StringComparer.Ordinal);
        if (violated.Count > FewWrong && violated.Count * SumsToOneWrong > checks.Count(check => check is { Outcome: not CheckOutcome.Unknown, Severity: CheckSeverity.Error }))
            culprits.UnionWith(cells.Where(cell => IsRead(cell) && counts.ContainsKey(cell.Reading.Path)).Select(cell => cell.Reading.Path));
        foreach (var check in violated)
        {
            var suspects = check.Fields.Where(weak.ContainsKey).ToList();
            if (suspects.Count == 0)
                continue;
            var most = suspects.Max(path => counts[path]);
            culprits.UnionWith(suspects.Where(path => weak[path].IsDoubtful || counts[path] == most));
        }

        return culprits;
    }

    private static bool IsRead(CellVerdict cell) => cell.Reading.Class == ReadingClass.OcrCell && cell.State == FieldState.Printed;

    private static bool IsWeak(CellVerdict cell, decimal strong) =>
        IsRead(cell) && (cell.IsDoubtful || !cell.ReadersAgree || (cell.Options.Count > 0 && (decimal)cell.Options[0].Probability < strong));
}
