using System.Globalization;
using System.Text.RegularExpressions;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Tests.Interpret.Figures;

/// <summary>
/// Says by brute force, and with sums written down here, which fields of fused rows can be known. It shares no code with what it judges.
/// Of all joint readings of a table's rows those are consistent that obey every sum. A field is certain where all readings of its row
/// agree on it, or where all consistent joint readings do and two sums bear it out, one of its row and one over rows. A sum of figures that are all certain says nothing
/// about others: where it fails, the print is wrong. A row may as well be short of cells where each of its tokens can be a cell of its
/// own and no other row of the table ran together for certain.
/// </summary>
internal sealed partial class FusedEnumerator
{
    private const int MostJointReadings = 3_000_000;

    /// <summary>Digits; no report counts to a thousand million.</summary>
    private const int LongestNumber = 9;

    private readonly List<IReadOnlyList<LaidRow>> tables;
    private readonly HashSet<string> uncertain = new(StringComparer.Ordinal);

    public FusedEnumerator(IReadOnlyList<LaidRow> rows)
    {
        tables = [.. rows.GroupBy(row => row.Table).Select(table => (IReadOnlyList<LaidRow>)[.. table])];
        foreach (var table in tables)
            Judge(table);
    }

    /// <summary>Paths of fields that cannot be told from what is printed.</summary>
    public IReadOnlySet<string> Uncertain => uncertain;

    /// <summary>A table had more joint readings than can be listed.</summary>
    public bool IsUndecided { get; private set; }

    /// <summary>Every way to part the row's tokens into its fields; a null is a mark in place of a number.</summary>
    public static IReadOnlyList<decimal?[]> ReadingsOf(LaidRow row)
    {
        var found = new List<decimal?[]>();
        void Part(int field, int token, int at, decimal?[] values)
        {
            if (field == row.Fields.Count)
            {
                if (token == row.Tokens.Count)
                    found.Add([.. values]);
                return;
            }

            if (token == row.Tokens.Count)
                return;
            for (var end = at + 1; end <= row.Tokens[token].Length; end++)
                if (TryRead(row.Tokens[token][at..end], row.Fields[field].Type, out values[field]))
                    Part(field + 1, end == row.Tokens[token].Length ? token + 1 : token, end == row.Tokens[token].Length ? 0 : end, values);
        }

        Part(0, 0, 0, new decimal?[row.Fields.Count]);
        return found;
    }

    private static bool TryRead(string piece, FieldType type, out decimal? value)
    {
        value = null;
        if (piece is "/" or "-" or "—" or "——")
            return true;
        var isNumber = (type switch
        {
            FieldType.Integer => Whole(),
            FieldType.SignedInteger => Signed(),
            _ => Fraction(),
        }).IsMatch(piece);
        isNumber &= piece.TakeWhile(character => character != '.').Count(char.IsAsciiDigit) <= LongestNumber;
        if (isNumber)
            value = decimal.Parse(piece, CultureInfo.InvariantCulture);
        return isNumber;
    }

    private void Judge(IReadOnlyList<LaidRow> table)
    {
        var readings = table.Select(row => row.IsFused ? ReadingsOf(row) : [[.. row.Fields.Select(field => field.Value)]]).ToList();
        var agreed = table.SelectMany((row, r) => row.Fields.Select((field, f) => (field.Path, IsAgreed: readings[r].Select(reading => reading[f]).Distinct().Count() == 1)))
            .Where(field => field.IsAgreed).Select(field => field.Path).ToHashSet();
        var sums = SumsOf(table).Where(sum => sum.Any(term => !agreed.Contains(term.Path))).ToList();
        var isFusedForCertain = table.Any(row => row.IsFused && !row.Tokens.All(CanStandAlone));
        var joint = sums.Count == 0 ? [] : Joint(table, readings, sums);
        for (var r = 0; r < table.Count; r++)
            for (var f = 0; f < table[r].Fields.Count; f++)
            {
                var path = table[r].Fields[f].Path;
                var isAgreed = agreed.Contains(path) && (isFusedForCertain || !table[r].IsFused);
                var isSingledOut = joint is { Count: > 0 } && joint.Select(choice => readings[r][choice[r]][f]).Distinct().Count() == 1
                    && sums.Any(sum => IsWithin(sum, table[r]) && sum.Any(term => term.Path == path))
                    && sums.Any(sum => !IsWithin(sum, table[r]) && sum.Any(term => term.Path == path));
                if (!isAgreed && !isSingledOut)
                    uncertain.Add(path);
            }
    }

    private static bool IsWithin(IReadOnlyList<Term> sum, LaidRow row) => sum.All(term => row.Fields.Any(field => field.Path == term.Path));

    private static bool CanStandAlone(string token) => token is "/" or "-" or "—" or "--" or "——" || (token.Length < 10 && Alone().IsMatch(token));

    /// <summary>Index of a reading for each row, for every consistent joint reading; null where they are too many to try.</summary>
    private List<int[]>? Joint(IReadOnlyList<LaidRow> table, List<IReadOnlyList<decimal?[]>> readings, IReadOnlyList<IReadOnlyList<Term>> sums)
    {
        var places = table.SelectMany((row, r) => row.Fields.Select((field, f) => (field.Path, r, f))).ToDictionary(place => place.Path, place => (place.r, place.f));
        // Sums within one row prune the readings of that row before rows are combined.
        var (within, over) = (sums.Where(sum => RowsOf(sum, places).Count == 1).ToList(), sums.Where(sum => RowsOf(sum, places).Count > 1).ToList());
        var kept = readings.Select((row, r) => Enumerable.Range(0, row.Count).Where(i => within.Where(sum => RowsOf(sum, places).Contains(r))
            .All(sum => sum.Sum(term => term.Sign * (row[i][places[term.Path].f] ?? 0)) == 0)).ToList()).ToList();
        if (kept.Any(row => row.Count == 0))
            return [];
        if (kept.Aggregate(1.0, (product, row) => product * row.Count) > MostJointReadings)
        {
            IsUndecided = true;
            return null;
        }

        var found = new List<int[]>();
        var choice = new int[table.Count];
        void Choose(int row)
        {
            if (row == table.Count)
            {
                if (over.All(sum => sum.Sum(term => term.Sign * (readings[places[term.Path].r][choice[places[term.Path].r]][places[term.Path].f] ?? 0)) == 0))
                    found.Add([.. choice]);
                return;
            }

            foreach (var index in kept[row])
            {
                choice[row] = index;
                Choose(row + 1);
            }
        }

        Choose(0);
        return found;
    }

    private static HashSet<int> RowsOf(IReadOnlyList<Term> sum, Dictionary<string, (int R, int F)> places) => [.. sum.Select(term => places[term.Path].R)];

    private static List<IReadOnlyList<Term>> SumsOf(IReadOnlyList<LaidRow> table) => table[0].Table switch
    {
        "requests" => SumsOfRequests(table),
        "review_litigation" => [.. new[] { "review", "litigation_direct", "litigation_after_review" }.Select(block =>
            Sum([.. new[] { "upheld", "corrected", "other_result", "pending" }.Select(leaf => $"review_litigation.{block}.{leaf}")], $"review_litigation.{block}.total"))],
        "appendix" => [.. new[] { "year", "cumulative" }.SelectMany(column => new[] { ("req", "requests_total"), ("reply", "replies_total") }.Select(sum =>
            Sum([.. table.Where(row => row.Row.StartsWith(sum.Item1 + "_", StringComparison.Ordinal)).Select(row => $"appendix.{row.Row}.{column}")], $"appendix.{sum.Item2}.{column}")))],
        _ => [],
    };

    private static List<IReadOnlyList<Term>> SumsOfRequests(IReadOnlyList<LaidRow> table)
    {
        string[] outside = ["new_received", "carried_over", "total_processed", "carried_forward"];
        var columns = table[0].Fields.Select(field => field.Column).ToList();
        List<IReadOnlyList<Term>> sums = [.. table.Select(row =>
            Sum([.. row.Fields.SkipLast(1).Select(field => field.Path)], row.Fields[^1].Path))];
        foreach (var column in columns)
        {
            sums.Add(Sum([.. table.Where(row => !outside.Contains(row.Row)).Select(row => $"requests.{row.Row}.{column}")], $"requests.total_processed.{column}"));
            sums.Add([new($"requests.new_received.{column}", 1), new($"requests.carried_over.{column}", 1),
                new($"requests.total_processed.{column}", -1), new($"requests.carried_forward.{column}", -1)]);
        }

        return sums;
    }

    private static IReadOnlyList<Term> Sum(IReadOnlyList<string> parts, string whole) => [.. parts.Select(part => new Term(part, 1)), new(whole, -1)];

    private readonly record struct Term(string Path, int Sign);

    [GeneratedRegex(@"^(0|[1-9]\d*)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^-?(0|[1-9]\d*)$")]
    private static partial Regex Signed();

    [GeneratedRegex(@"^(0|[1-9]\d*)(\.\d+)?$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?$")]
    private static partial Regex Alone();
}
