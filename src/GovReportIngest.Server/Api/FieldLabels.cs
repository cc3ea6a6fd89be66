using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;
using GovReportIngest.Server.Speech;

namespace GovReportIngest.Server.Api;

/// <summary>What people call a field: the labels of its row and column.</summary>
internal sealed class FieldLabels
{
    private readonly Dictionary<string, (string Row, string Column)> places = new(StringComparer.Ordinal);
    private readonly Tongue tongue;

    public FieldLabels(IReadOnlyList<FormSheet> sheets, Tongue tongue)
    {
        this.tongue = tongue;
        foreach (var sheet in sheets)
            Read(sheet);
    }

    public string Of(string path) => places.TryGetValue(path, out var place)
        ? place.Row.Length == 0 ? place.Column : place.Column.Length == 0 ? place.Row : $"{place.Row} · {place.Column}" : StateWords.OfFact(path, tongue);

    /// <summary>As short as it can be said among fields of one row, or of one column.</summary>
    public string Of(string path, IEnumerable<string> among)
    {
        if (!places.TryGetValue(path, out var place))
            return Of(path);
        var others = among.Where(places.ContainsKey).Select(other => places[other]).ToList();
        return others.All(other => other.Row == place.Row) && others.Count > 1 ? place.Column : others.All(other => other.Column == place.Column) && others.Count > 1 ? place.Row : Of(path);
    }

    /// <summary>Walks a sheet as a browser lays it out: a label reaches as far as its spans.</summary>
    private void Read(FormSheet sheet)
    {
        var grid = new Dictionary<(int Row, int Column), FormSheetCell>();
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in sheet.Rows[row])
            {
                while (grid.ContainsKey((row, column)))
                    column++;
                for (var down = 0; down < cell.RowSpan; down++)
                    for (var right = 0; right < cell.ColumnSpan; right++)
                        grid[(row + down, column + right)] = cell;
            }
        }

        foreach (var ((row, column), cell) in grid)
            if (cell.Path is { } path && !places.ContainsKey(path))
                places[path] = (LabelAt(grid, Enumerable.Range(0, column).Select(left => (row, left))), LabelAt(grid, HeadsAbove(grid, row, column)));
    }

    /// <summary>The innermost label before the values of the row.</summary>
    private static string LabelAt(Dictionary<(int Row, int Column), FormSheetCell> grid, IEnumerable<(int, int)> places) =>
        places.Select(place => grid.GetValueOrDefault(place)).LastOrDefault(cell => cell is { Path: null })?.Text ?? "";

    /// <summary>Labels above, the nearest last; values between are passed over.</summary>
    private static IEnumerable<(int, int)> HeadsAbove(Dictionary<(int Row, int Column), FormSheetCell> grid, int row, int column)
    {
        var top = row;
        while (top > 0 && grid.GetValueOrDefault((top - 1, column)) is { Path: not null })
            top--;
        return top > 0 ? [(top - 1, column)] : [];
    }
}
