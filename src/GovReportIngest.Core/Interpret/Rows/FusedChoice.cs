using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Chooses among the ways to split fused rows: the only joint choice with which every sum over the rows holds. Each row that is
/// chosen so obeys its own sum and sums of its columns, which are independent of it: a slip in print, which breaks a sum of a
/// column, leaves no choice at all rather than a wrong one, since a wrong split changes two columns at least.
/// Halves of the rows are combined through a table of their sums (Horowitz and Sahni 1974).
/// </summary>
internal sealed class FusedChoice(IReadOnlyList<FusedRow> rows, IReadOnlyList<FormIdentity> identities, Func<string, long?> known)
{
    private const int MostCombinations = 200_000;

    private static readonly Dictionary<FusedRow, long[]> None = [];

    /// <summary>The readings by row; empty where no choice, or more than one, obeys all sums.</summary>
    public IReadOnlyDictionary<FusedRow, long[]> Find()
    {
        var all = rows.Where(row => row.Fitting is { Count: > 0 }).ToList();
        var sums = identities.Where(identity => !identity.IsSoft && IsOver(all, identity)).ToList();
        var open = all.Where(row => sums.Any(sum => Touches(row, sum))).ToList();
        if (open.Count == 0 || open.Any(row => row.Paths.Any(path => !sums.Any(sum => Has(sum, path)))))
            return None;
        var (left, right) = Halves(open);
        if (Combinations(left) > MostCombinations || Combinations(right) > MostCombinations)
            return None;
        return FindOnly(left, right, sums) is { } choice ? open.Zip(choice).ToDictionary(pair => pair.First, pair => pair.Second) : None;
    }

    private static bool Has(FormIdentity sum, string path) => FusedRows.TermsOf(sum).Any(term => term.Path == path);

    private static bool Touches(FusedRow row, FormIdentity sum) => row.Paths.Any(path => Has(sum, path));

    /// <summary>A sum over several rows of which every term is printed or stands in a fused row.</summary>
    private bool IsOver(List<FusedRow> fused, FormIdentity identity)
    {
        var paths = FusedRows.TermsOf(identity).Select(term => term.Path).ToList();
        return paths.All(path => fused.Any(row => row.Paths.Contains(path)) || known(path) is not null)
            && fused.Any(row => Touches(row, identity)) && !fused.Any(row => paths.All(row.Paths.Contains));
    }

    /// <summary>In the order of the rows, parted where both sides have about as many combinations.</summary>
    private static (List<FusedRow> Left, List<FusedRow> Right) Halves(List<FusedRow> open)
    {
        var whole = open.Sum(Weight);
        var count = 0;
        for (var weight = 0.0; count < open.Count && weight + Weight(open[count]) / 2 < whole / 2; count++)
            weight += Weight(open[count]);
        return (open[..count], open[count..]);
    }

    private static double Weight(FusedRow row) => Math.Log(row.Fitting!.Count);

    private static double Combinations(List<FusedRow> part) => Math.Exp(part.Sum(Weight));

    private List<long[]>? FindOnly(List<FusedRow> left, List<FusedRow> right, List<FormIdentity> sums)
    {
        var constants = sums.Select(sum => FusedRows.TermsOf(sum)
            .Where(term => !left.Concat(right).Any(row => row.Paths.Contains(term.Path))).Sum(term => term.Sign * known(term.Path)!.Value)).ToArray();
        var byTotal = Totals(left, sums, constants).ToLookup(entry => Key(entry.Total), entry => entry.Choice);
        List<long[]>? found = null;
        foreach (var (total, choice) in Totals(right, sums, new long[sums.Count]))
            foreach (var other in byTotal[Key([.. total.Select(value => -value)])])
            {
                if (found is not null)
                    return null;
                found = [.. left.Select((row, index) => row.Fitting![other[index]]), .. right.Select((row, index) => row.Fitting![choice[index]])];
            }

        return found;
    }

    private static string Key(long[] total) => string.Join(',', total);

    /// <summary>Every combination of readings of the rows with what it adds to each sum.</summary>
    private static List<(long[] Total, int[] Choice)> Totals(List<FusedRow> part, List<FormIdentity> sums, long[] start)
    {
        var totals = new List<(long[] Total, int[] Choice)> { (start, []) };
        foreach (var row in part)
        {
            var added = row.Fitting!.Select(reading => sums.Select(sum => FusedRows.TermsOf(sum).Sum(term =>
                row.Paths.ToList().IndexOf(term.Path) is >= 0 and var column ? term.Sign * reading[column] : 0)).ToArray()).ToList();
            totals = [.. totals.SelectMany(total => added.Select((vector, index) =>
                (total.Total.Zip(vector, (a, b) => a + b).ToArray(), (int[])[.. total.Choice, index])))];
        }

        return totals;
    }
}
