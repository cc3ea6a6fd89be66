using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>A row whose digits ran together, and every way to split them.</summary>
/// <param name="Readings">All readings where they can be listed; null where there are too many.</param>
/// <param name="Fitting">The readings that obey the identities within the row; null where there are too many.</param>
internal sealed record FusedRow(
    RowMatch Match, ValueToken Token, IReadOnlyList<string> Paths, IReadOnlyList<long[]>? Readings, IReadOnlyList<long[]>? Fitting)
{
    public bool IsUnique => Readings is { Count: 1 };
}

/// <summary>
/// Rows whose digits ran together into one token. A row with one possible reading is exact; of several, the one that the sums of
/// the row and of its columns single out is taken, else the row stays open with its candidates.
/// </summary>
internal sealed class FusedRows
{
    private const string Ambiguous = "ambiguous-fused";

    /// <summary>No report counts so far; sums of such numbers fit into 64 bits.</summary>
    private const long LargestAddend = 1_000_000_000_000;

    private readonly Dictionary<string, FieldReading> readings = new(StringComparer.Ordinal);

    /// <param name="losesBlanks">See <see cref="LosesBlanks"/>; then a single number may be one value among blank cells.</param>
    public FusedRows(TableMatch table, IReadOnlyList<TableField> fields, IReadOnlyList<FormIdentity> identities, bool losesBlanks)
    {
        var rows = table.Alignment.Matches.Where(IsFused).Select(match => Split(match, identities)).ToList();
        if (rows.Count == 0)
            return;
        var printsPairs = table.Alignment.Matches.Any(match => match.Place.Columns == 2 && match.Segment.Values.Count == 2);
        var chosen = new FusedChoice(rows, identities, path => KnownAt(fields, path)).Find();
        foreach (var row in rows)
            for (var column = 0; column < row.Paths.Count; column++)
                readings[row.Paths[column]] = Read(row, column, chosen.GetValueOrDefault(row), losesBlanks || (printsPairs && row.Paths.Count == 2));
    }

    public bool TryGet(string path, out FieldReading reading) => readings.TryGetValue(path, out reading!);

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

    private static FusedRow Split(RowMatch match, IReadOnlyList<FormIdentity> identities)
    {
        var (columns, token) = (match.Place.Block.Columns, match.Segment.Values[0]);
        string[] paths = [.. columns.Select(column => match.Place.Table.PathOf(match.Place.Row, column))];
        if (!columns.All(column => column.Type is FieldType.Integer))
            return new(match, token, paths, null, null);
        var digits = new string([.. token.Text.Select(Labels.LabelText.Fold)]);
        var own = identities.Where(identity => !identity.IsSoft && TermsOf(identity).All(term => paths.Contains(term.Path)))
            .Select(identity => TermsOf(identity).Select(term => (Index: Array.IndexOf(paths, term.Path), term.Sign)).ToList()).ToList();
        return new(match, token, paths, FusedDigits.Splits(digits, paths.Length, _ => true), own.Count == 0 ? null
            : FusedDigits.Splits(digits, paths.Length, values => own.All(terms => terms.Sum(term => term.Sign * values[term.Index]) == 0)));
    }

    /// <summary>Left minus right: the identity holds where this is 0.</summary>
    public static IEnumerable<IdentityTerm> TermsOf(FormIdentity identity) =>
        identity.Left.Concat(identity.Right.Select(term => term with { Sign = -term.Sign }));

    private static long? KnownAt(IReadOnlyList<TableField> fields, string path)
    {
        var field = fields.FirstOrDefault(field => field.Path == path);
        if (field?.Token is not { } token || field.Doubts.Count > 0)
            return null;
        var (state, value) = ValueText.Parse(token.Text, field.Column);
        return state is FieldState.Blank or FieldState.Placeholder ? 0
            : value is FieldValue.Number(var amount) && decimal.IsInteger(amount) && Math.Abs(amount) <= LargestAddend ? (long)amount : null;
    }

    /// <param name="mayBeAlone">The digits may be one value of the row whose others are blank or lost.</param>
    private static FieldReading Read(FusedRow row, int column, long[]? chosen, bool mayBeAlone)
    {
        // No number of its own begins with 0, nor do the sums of a table single out a way to split one.
        var isFusedForSure = !mayBeAlone || row.Token.Text.Length > 1 && Labels.LabelText.Fold(row.Token.Text[0]) == '0';
        if (chosen is not null)
            return Certain(row, column, chosen[column], ReadingClass.FusedChosen);
        var values = (row.Fitting is { Count: > 0 } ? row.Fitting : row.Readings)?.Select(reading => reading[column]).Distinct().ToList() ?? [];
        var same = row.Readings?.Select(reading => reading[column]).Distinct().Count() == 1;
        return same && isFusedForSure
            ? Certain(row, column, values[0], row.IsUnique ? ReadingClass.FusedUnique : ReadingClass.FusedChosen)
            : Open(row, column, values);
    }

    private static FieldReading Certain(FusedRow row, int column, long value, ReadingClass reading) => new()
    {
        Path = row.Paths[column],
        State = FieldState.Printed,
        Class = reading,
        Printed = value.ToString(CultureInfo.InvariantCulture),
        Value = new FieldValue.Number(value),
        Evidence = row.Token.Evidence,
        Notes = ["fused-digits"],
    };

    private static FieldReading Open(FusedRow row, int column, List<long> values) => new()
    {
        Path = row.Paths[column],
        State = FieldState.Unreadable,
        Class = ReadingClass.FusedChosen,
        Printed = row.Token.Text,
        Evidence = row.Token.Evidence,
        Alternatives = [.. values.Select(value => new FieldCandidate(new FieldValue.Number(value), 1m / values.Count))],
        Doubts = [Ambiguous],
    };
}
