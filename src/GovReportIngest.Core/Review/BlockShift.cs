using System.Globalization;

namespace GovReportIngest.Core.Review;

/// <summary>
/// What was read into a rectangle of cells stands some rows or columns further, as where a table was read one row too high. What leaves the
/// table is in the record no longer; the extraction keeps it.
/// </summary>
/// <param name="From">Path of a corner of the rectangle.</param>
/// <param name="To">Path of the opposite corner; may be the same cell.</param>
/// <param name="Down">Rows; negative for up.</param>
/// <param name="Right">Columns; negative for left.</param>
public sealed record BlockShift(string From, string To, int Down, int Right)
{
    /// <summary>As logs hold it: corners, rows and columns, parted by spaces.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{From} {To} {Down} {Right}");

    /// <exception cref="FormatException">The text is not one of these.</exception>
    public static BlockShift Parse(string text) => text.Split(' ') is [var from, var to, var down, var right]
        ? new(from, to, int.Parse(down, CultureInfo.InvariantCulture), int.Parse(right, CultureInfo.InvariantCulture))
        : throw new FormatException($"\"{text}\" is no shift.");

    /// <summary>For every cell that changes, the one whose content it takes; null for those that are left empty.</summary>
    /// <returns>Null where the corners are not cells of one table, or nothing would move.</returns>
    public IReadOnlyDictionary<string, string?>? In(FieldGrid grid)
    {
        if (grid.Find(From) is not { } from || grid.Find(To) is not { } to || from.Table != to.Table || this is { Down: 0, Right: 0 })
            return null;
        var sources = new Dictionary<string, string?>(StringComparer.Ordinal);
        List<string> left = [];
        for (var row = Math.Min(from.Row, to.Row); row <= Math.Max(from.Row, to.Row); row++)
            for (var column = Math.Min(from.Column, to.Column); column <= Math.Max(from.Column, to.Column); column++)
            {
                if (grid.At(new(from.Table, row, column)) is not { } source)
                    continue;
                left.Add(source);
                if (grid.At(new(from.Table, row + Down, column + Right)) is { } target)
                    sources[target] = source;
            }

        foreach (var path in left)
            sources.TryAdd(path, null);
        return sources;
    }
}
