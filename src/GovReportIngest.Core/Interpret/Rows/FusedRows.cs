using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Rows whose digits ran together into one token. A row with one possible reading is exact; of several, all are candidates and
/// the row stays open.
/// </summary>
internal static class FusedRows
{
    private const string Ambiguous = "ambiguous-fused";

    /// <param name="losesBlanks">See <see cref="LosesBlanks"/>; then a single number may be one value among blank cells.</param>
    public static IReadOnlyDictionary<string, FieldReading> Of(TableMatch table, bool losesBlanks)
    {
        var readings = new Dictionary<string, FieldReading>(StringComparer.Ordinal);
        foreach (var match in table.Alignment.Matches)
            if (IsFused(match))
                foreach (var reading in Read(match, match.Segment.Values[0], losesBlanks))
                    readings[reading.Path] = reading;
        return readings;
    }

    /// <summary>One token of digits only, for a row that has several columns.</summary>
    public static bool IsFused(RowMatch match) =>
        match is { Segment.Values: [{ Cell: null } token], Place.Columns: > 1 } && ValueText.IsDigits(token.Text);

    /// <summary>
    /// Rows of plain text with fewer values than columns, or with a label only: blank cells are printed of which nothing is left.
    /// </summary>
    public static bool LosesBlanks(IEnumerable<TableMatch> tables) => tables.Any(table =>
        table.Rows.Count(row => !row.Row.IsOptional) > table.Alignment.Matches.Count(match => !match.Place.Row.IsOptional)
        || table.Alignment.Matches.Any(match => match is { Segment: { ShowsBlanks: false, IsOfGrid: false } }
            && match.Segment.Values.Count < match.Place.Columns && !IsFused(match)));

    private static IEnumerable<FieldReading> Read(RowMatch match, ValueToken token, bool losesBlanks)
    {
        var columns = match.Place.Block.Columns;
        var digits = new string([.. token.Text.Select(Labels.LabelText.Fold)]);
        // No number of its own begins with 0.
        var isFusedForSure = !losesBlanks || digits is ['0', _, ..];
        var splits = columns.All(column => column.Type is FieldType.Integer) ? FusedDigits.Splits(digits, columns.Count) : null;
        for (var column = 0; column < columns.Count; column++)
        {
            var values = splits?.Select(split => Part(digits, split, column)).Distinct().ToList() ?? [];
            var path = match.Place.Table.PathOf(match.Place.Row, columns[column]);
            yield return values.Count == 1 && isFusedForSure
                ? Certain(path, values[0], token, splits!.Count == 1)
                : Open(path, values, token);
        }
    }

    private static FieldReading Certain(string path, string digits, ValueToken token, bool isOnlySplit) => new()
    {
        Path = path,
        State = FieldState.Printed,
        Class = isOnlySplit ? ReadingClass.FusedUnique : ReadingClass.FusedChosen,
        Printed = digits,
        Value = new FieldValue.Number(Number(digits)),
        Evidence = token.Evidence,
        Notes = ["fused-digits"],
    };

    private static FieldReading Open(string path, List<string> values, ValueToken token) => new()
    {
        Path = path,
        State = FieldState.Unreadable,
        Class = ReadingClass.FusedChosen,
        Printed = token.Text,
        Evidence = token.Evidence,
        Alternatives = [.. values.Select(value => new FieldCandidate(new FieldValue.Number(Number(value)), 1m / values.Count))],
        Doubts = [Ambiguous],
    };

    private static string Part(string digits, int[] ends, int column) => digits[(column == 0 ? 0 : ends[column - 1])..ends[column]];

    private static decimal Number(string digits) => decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
