using System.Globalization;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Rows whose cells ran together. What all ways to part a row agree on is exact; where they differ, what all joint choices agree
/// on with which every sum of the table holds, if two sums bear it out; the rest stays open with its candidates.
/// </summary>
internal sealed class FusedRows
{
    private const string Ambiguous = "ambiguous-fused";

    /// <summary>No report counts so far; sums of such numbers can be hashed exactly.</summary>
    private const decimal LargestAddend = 100_000_000_000;

    private readonly Dictionary<string, FieldReading> readings = new(StringComparer.Ordinal);

    /// <param name="losesBlanks">See <see cref="LosesBlanks"/>; then a single number may be one value among blank cells.</param>
    public FusedRows(TableMatch table, IReadOnlyList<TableField> fields, IReadOnlyList<FormIdentity> identities, bool losesBlanks)
    {
        var rows = table.Alignment.Matches.Where(FusedRow.Is).Select(match => new FusedRow(match, identities)).ToList();
        if (rows.Count == 0)
            return;
        // A row that may as well be short of blank cells is taken for fused only where others beside it surely are.
        var fuses = !losesBlanks && rows.Any(row => row.IsSure);
        var choice = new FusedChoice(rows, identities, KnownAmounts(fields, rows)).Find();
        foreach (var row in rows)
            for (var column = 0; column < row.Paths.Length; column++)
                readings[row.Paths[column]] = Read(row, column, choice, isTrusted: fuses || row.IsSure);
    }

    public bool TryGet(string path, out FieldReading reading) => readings.TryGetValue(path, out reading!);

    /// <summary>
    /// Rows of plain text with fewer values than columns that cannot be parted or stand wide apart, or with a label only: blank cells are
    /// printed of which nothing is left.
    /// </summary>
    public static bool LosesBlanks(IEnumerable<TableMatch> tables) => tables.Any(table =>
        table.Rows.Count(row => !row.Row.IsOptional) > table.Alignment.Matches.Count(match => !match.Place.Row.IsOptional)
        || table.Alignment.Matches.Any(match => match is { Segment: { ShowsBlanks: false, IsOfGrid: false } }
            && match.Segment.Values.Count < match.Place.Columns && (!FusedRow.Is(match) || FusedRow.HasGap(match))));

    /// <summary>Numbers that are certain: printed apart, or the same in every reading.</summary>
    private static Dictionary<string, decimal> KnownAmounts(IReadOnlyList<TableField> fields, List<FusedRow> rows)
    {
        var known = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var field in fields)
            if (field.Token is { } token && field.Doubts.Count == 0)
            {
                var (state, value) = ValueText.Parse(token.Text, field.Column);
                if (state is FieldState.Blank or FieldState.Placeholder)
                    known[field.Path] = 0;
                else if (value is FieldValue.Number(var amount) && Math.Abs(amount) <= LargestAddend)
                    known[field.Path] = amount;
            }

        foreach (var row in rows)
            for (var column = 0; column < row.Paths.Length; column++)
                if (row.Readings.CommonAt(column) is { } cell)
                    known[row.Paths[column]] = cell.Amount ?? 0;
        return known;
    }

    private static FieldReading Read(FusedRow row, int column, FusedChoice.Result choice, bool isTrusted)
    {
        if (choice.TryGet(row, column, out var cell))
            return Certain(row, column, cell, ReadingClass.FusedChosen);
        if (isTrusted && row.Readings.CommonAt(column) is { } common)
            return Certain(row, column, common, ReadingClass.FusedUnique);
        return Open(row, column, choice.CandidatesOf(row) ?? (row.Own.Count > 0 && row.Fitting is { Count: > 0 } fitting ? fitting : row.Readings.Kept));
    }

    private static FieldReading Certain(FusedRow row, int column, FusedCell cell, ReadingClass reading) => new()
    {
        Path = row.Paths[column],
        State = cell.Amount is null ? FieldState.Placeholder : FieldState.Printed,
        Class = reading,
        Printed = row.Match.Segment.Values[cell.Token].Text.Trim().Substring(cell.Start, cell.Length),
        Value = ValueOf(cell),
        Evidence = PartOf(row.Match.Segment.Values[cell.Token], cell),
        Notes = reading is ReadingClass.FusedChosen ? ["chosen-by-identities", "fused-digits"] : ["fused-digits"],
    };

    private static FieldValue? ValueOf(FusedCell cell) => cell.Amount is { } amount ? new FieldValue.Number(amount) : null;

    /// <summary>Of a text file just the characters of the cell; elsewhere the whole token.</summary>
    private static IReadOnlyList<Evidence> PartOf(ValueToken token, FusedCell cell) =>
        token.Evidence is [Evidence.InText text] && text.Length == token.Text.Length
            ? [new Evidence.InText(text.Line, text.Column + cell.Start, cell.Length)] : token.Evidence;

    private static FieldReading Open(FusedRow row, int column, IReadOnlyList<FusedCell[]> candidates)
    {
        var values = candidates.Select(reading => ValueOf(reading[column])).Distinct().ToList();
        return new()
        {
            Path = row.Paths[column],
            State = FieldState.Unreadable,
            Class = ReadingClass.FusedChosen,
            Printed = string.Join(' ', row.Match.Segment.Values.Select(value => value.Text)),
            Evidence = [.. row.Match.Segment.Values.SelectMany(value => value.Evidence)],
            Alternatives = [.. values.OfType<FieldValue.Number>().Select(value => new FieldCandidate(value, 1m / values.Count))],
            Doubts = [Ambiguous],
        };
    }
}
