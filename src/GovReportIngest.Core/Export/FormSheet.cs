using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Rows;

namespace GovReportIngest.Core.Export;

/// <summary>A cell of a table as its form prints it.</summary>
/// <param name="Text">The label; empty in cells of values.</param>
/// <param name="Path">Of the field that stands there; null for labels.</param>
/// <param name="RowSpan">Rows that it covers.</param>
/// <param name="ColumnSpan">Columns that it covers.</param>
public sealed record FormSheetCell(string Text, string? Path, int RowSpan = 1, int ColumnSpan = 1);

/// <summary>A table of a report in the shape that its form prints: headings with spans, and a place for every field.</summary>
/// <param name="Key">Of the table.</param>
/// <param name="Title">Of the section that it stands in; its key where it has none.</param>
/// <param name="Rows">From above; a cell that spans rows stands in the first of them.</param>
public sealed record FormSheet(string Key, string Title, IReadOnlyList<IReadOnlyList<FormSheetCell>> Rows)
{
    /// <summary>Columns, spans counted.</summary>
    public int Width { get; } = Rows[0].Sum(cell => cell.ColumnSpan);

    /// <summary>The fields in the order of their places.</summary>
    public IEnumerable<string> Paths => Rows.SelectMany(row => row).Where(cell => cell.Path is not null).Select(cell => cell.Path!);

    /// <summary>Every cell where it begins once those above have taken the places that they span.</summary>
    public IEnumerable<PlacedCell> Places()
    {
        var taken = new HashSet<(int Row, int Column)>();
        for (var row = 0; row < Rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in Rows[row])
            {
                while (taken.Contains((row, column)))
                    column++;
                yield return new(row, column, cell);
                for (var down = 0; down < cell.RowSpan; down++)
                    for (var right = 0; right < cell.ColumnSpan; right++)
                        taken.Add((row + down, column + right));
            }
        }
    }

    /// <summary>The tables of the form as such, and with each variant: every field that a report of the form may have stands in one of them.</summary>
    public static IReadOnlyList<FormSheet> OfAllVariants(FormDefinition form) =>
        [.. form.Tables.SelectMany(table => table.Variants.Select(variant => variant.Key).Concat(table.ColumnVariants.Select(variant => variant.Key)))
            .Prepend("").SelectMany(variant => Of(form, [variant]))];

    /// <summary>All tables of the form, with the row and column variants that the report prints.</summary>
    public static IReadOnlyList<FormSheet> Of(FormDefinition form, IReadOnlyList<string> variants) => [.. form.Tables.Select(original =>
    {
        var table = original.ColumnVariants.FirstOrDefault(variant => variants.Contains(variant.Key)) is { } columns ? original.With(columns) : original;
        var places = FormRowPlace.Of(table, table.Variants.FirstOrDefault(variant => variants.Contains(variant.Key)));
        var width = table.Blocks.Max(block => LabelsOf(places, block) + block.Columns.Count);
        var title = form.Sections.FirstOrDefault(section => section.TableKey == table.Key)?.Title ?? table.Key;
        return new FormSheet(table.Key, title, [.. table.Blocks.SelectMany(block => RowsOf(table, block, places, width))]);
    })];

    private static int LabelsOf(IReadOnlyList<FormRowPlace> places, FormBlock block) =>
        places.Where(place => place.Block == block && place.Row.Label.Length > 0).Select(place => place.Row.Group.Count + 1).DefaultIfEmpty().Max();

    private static IEnumerable<IReadOnlyList<FormSheetCell>> RowsOf(FormTable table, FormBlock block, IReadOnlyList<FormRowPlace> places, int width)
    {
        var rows = places.Where(place => place.Block == block).ToList();
        var labels = LabelsOf(places, block);
        if (block.Header is { } header)
            yield return [new(header, null, ColumnSpan: width)];
        foreach (var row in HeadOf(block, labels, width))
            yield return row;
        var groups = Spans(rows.Select(place => place.Row.Group).ToList());
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index].Row;
            List<FormSheetCell> cells = [.. groups[index].Select(group => new FormSheetCell(group.Text, null, RowSpan: group.Length))];
            if (labels > 0)
                cells.Add(new(row.Label, null, ColumnSpan: labels - row.Group.Count));
            cells.AddRange(block.Columns.Select((column, place) =>
                new FormSheetCell("", table.PathOf(row, column), ColumnSpan: place == block.Columns.Count - 1 ? width - labels - place : 1)));
            yield return cells;
        }
    }

    private static IEnumerable<IReadOnlyList<FormSheetCell>> HeadOf(FormBlock block, int labels, int width)
    {
        var depth = block.Columns.Max(column => column.Group.Count) + 1;
        var groups = Spans([.. block.Columns.Select(column => column.Group)]);
        for (var level = 0; level < depth; level++)
        {
            var cells = new List<FormSheetCell>();
            if (level == 0 && labels > 0)
                cells.Add(new(block.ColumnHeaderCell ?? "", null, depth, labels));
            for (var index = 0; index < block.Columns.Count; index++)
            {
                var column = block.Columns[index];
                var span = index == block.Columns.Count - 1 ? width - labels - index : 1;
                if (level == column.Group.Count)
                    cells.Add(new(column.Label, null, depth - level, span));
                else if (groups[index].FirstOrDefault(group => group.Level == level) is { } group)
                    cells.Add(new(group.Text, null, 1, group.Length == block.Columns.Count - index ? width - labels - index : group.Length));
            }

            yield return cells;
        }
    }

    private sealed record GroupSpan(int Level, string Text, int Length);

    /// <summary>For every member of a line, the groups that begin with it: neighbours of the same path are in the same group.</summary>
    private static List<List<GroupSpan>> Spans(IReadOnlyList<IReadOnlyList<string>> paths)
    {
        var begun = paths.Select(_ => new List<GroupSpan>()).ToList();
        for (var index = 0; index < paths.Count; index++)
            for (var level = 0; level < paths[index].Count; level++)
            {
                var path = paths[index].Take(level + 1).ToList();
                bool IsInside(int other) => other >= 0 && other < paths.Count && paths[other].Take(level + 1).SequenceEqual(path);
                if (IsInside(index - 1))
                    continue;
                var end = index;
                while (IsInside(end))
                    end++;
                begun[index].Add(new(level, path[^1], end - index));
            }

        return begun;
    }
}
