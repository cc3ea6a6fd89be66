using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;

namespace GovReportIngest.Core.Check;

/// <summary>
/// A report shows in one way that there is nothing to count: by blank cells, or by a mark in each. On a scan, one mark among blank
/// cells may be dirt or what shows through from the back, and one blank among marks a dash that was lost.
/// </summary>
internal static class UnlikeCells
{
    /// <summary>So many cells the usual way for each of the other.</summary>
    private const int Usual = 10;

    /// <summary>Paths of cells that are alone in their way, in their row too.</summary>
    public static IReadOnlySet<string> Among(IReadOnlyList<CellVerdict> cells)
    {
        var empty = cells.Where(cell => cell is { Reading.Class: ReadingClass.OcrCell, State: FieldState.Blank or FieldState.Placeholder }).ToList();
        var marks = empty.Count(cell => cell.State is FieldState.Placeholder);
        var rare = marks * Usual <= empty.Count - marks ? FieldState.Placeholder
            : (empty.Count - marks) * Usual <= marks ? FieldState.Blank : (FieldState?)null;
        return empty.Where(cell => cell.State == rare)
            .GroupBy(cell => RowOf(cell.Reading.Path))
            .Where(row => row.Count(cell => !cell.IsDoubtful) < 2)
            .SelectMany(row => row)
            .Select(cell => cell.Reading.Path).ToHashSet(StringComparer.Ordinal);
    }

    private static string RowOf(string path) => path[..path.LastIndexOf('.')];
}
