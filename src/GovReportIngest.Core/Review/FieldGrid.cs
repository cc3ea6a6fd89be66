using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Review;

/// <summary>A place among the cells of values of a table; rows and columns are counted from 0, rows without values not.</summary>
public readonly record struct GridPlace(string Table, int Row, int Column);

/// <summary>Which field stands beside which in the tables of a form.</summary>
public sealed class FieldGrid
{
    private readonly Dictionary<string, GridPlace> places = new(StringComparer.Ordinal);
    private readonly Dictionary<GridPlace, string> paths = [];

    /// <param name="variants">Those of rows and columns that the report prints.</param>
    public FieldGrid(FormDefinition form, IReadOnlyList<string> variants)
    {
        foreach (var sheet in FormSheet.Of(form, variants))
            foreach (var (row, cells) in sheet.Rows.Select(cells => cells.Where(cell => cell.Path is not null).ToList()).Where(cells => cells.Count > 0).Index())
                foreach (var (column, cell) in cells.Index())
                {
                    places[cell.Path!] = new(sheet.Key, row, column);
                    paths[places[cell.Path!]] = cell.Path!;
                }
    }

    /// <summary>Null where no table of the form has such a field.</summary>
    public GridPlace? Find(string path) => places.TryGetValue(path, out var place) ? place : null;

    /// <summary>Null outside the table, and where its rows are shorter.</summary>
    public string? At(GridPlace place) => paths.GetValueOrDefault(place);
}
