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

    public static IReadOnlyDictionary<string, FieldReading> Of(TableMatch table)
    {
        var readings = new Dictionary<string, FieldReading>(StringComparer.Ordinal);
        foreach (var match in table.Alignment.Matches)
            if (match is { Segment.Values: [{ Cell: null } token], Place.Columns: > 1 } && ValueText.IsDigits(token.Text))
                foreach (var reading in Read(match, token))
                    readings[reading.Path] = reading;
        return readings;
    }

    private static IEnumerable<FieldReading> Read(RowMatch match, ValueToken token)
    {
        var columns = match.Place.Block.Columns;
        var digits = new string([.. token.Text.Select(Labels.LabelText.Fold)]);
        var splits = columns.All(column => column.Type is FieldType.Integer) ? FusedDigits.Splits(digits, columns.Count) : null;
        for (var column = 0; column < columns.Count; column++)
        {
            var values = splits?.Select(split => Part(digits, split, column)).Distinct().ToList() ?? [];
            var path = match.Place.Table.PathOf(match.Place.Row, columns[column]);
            yield return values.Count == 1
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
