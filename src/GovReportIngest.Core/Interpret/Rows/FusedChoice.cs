using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Chooses among the ways to part fused rows: what is the same in every joint choice with which all sums of the table hold. A cell is
/// chosen only where two sums bear it out, one of its row and one of its column: a slip in print, which breaks a sum of a column,
/// leaves no choice at all rather than a wrong one, since a wrong way to part a row changes two columns at least.
/// </summary>
internal sealed class FusedChoice(IReadOnlyList<FusedRow> rows, IReadOnlyList<FormIdentity> identities, IReadOnlyDictionary<string, decimal> known)
{
    private const int MostCombinations = 20_000;

    private static readonly Result None = new([], []);

    public Result Find()
    {
        var open = rows.Where(row => row.Readings.Count > 1).ToList();
        // A row that breaks its own sum, or has too many ways, leaves the sums of its columns unknown.
        if (open.Count == 0 || open.Any(row => row.Own.Count > 0 && row.Fitting is not { Count: > 0 }))
            return None;
        open = [.. open.Where(row => row.Own.Count > 0)];
        var sums = identities.Where(identity => !identity.IsSoft && IsOver(open, identity)).ToList();
        var (left, right) = Halves(open);
        if (sums.Count == 0 || Combinations(left) > MostCombinations || Combinations(right) > MostCombinations)
            return None;
        return new(open, new JointReadings(left, right, sums, known).FindAll())
        {
            BorneOut = sums.SelectMany(FusedRow.TermsOf).Select(term => term.Path).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>A sum over several rows of which every term is known or stands in a fused row; of known terms only it tells nothing.</summary>
    private bool IsOver(List<FusedRow> open, FormIdentity identity)
    {
        var paths = FusedRow.TermsOf(identity).Select(term => term.Path).ToList();
        return paths.All(path => known.ContainsKey(path) || open.Any(row => row.Paths.Contains(path)))
            && paths.Any(path => !known.ContainsKey(path)) && !open.Any(row => paths.All(row.Paths.Contains));
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

    private static double Combinations(List<FusedRow> part) => Math.Exp(part.Sum(Weight)) - 0.5;

    /// <summary>The joint choices with which all sums hold.</summary>
    /// <param name="rows">Rows that were chosen for.</param>
    /// <param name="choices">The index of a reading of each row.</param>
    internal sealed class Result(IReadOnlyList<FusedRow> rows, IReadOnlyList<int[]> choices)
    {
        /// <summary>Fields of a sum over several rows that was used.</summary>
        public IReadOnlySet<string> BorneOut { get; init; } = new HashSet<string>();

        /// <summary>The readings of the row that stand in a joint choice; null where there is none.</summary>
        public IReadOnlyList<FusedCell[]>? CandidatesOf(FusedRow row) => choices.Count > 0 && IndexOf(row) is >= 0 and var index
            ? [.. choices.Select(choice => choice[index]).Distinct().Order().Select(reading => row.Fitting![reading])] : null;

        /// <summary>The cell that all joint choices have in common, if two sums bear it out.</summary>
        public bool TryGet(FusedRow row, int column, out FusedCell cell)
        {
            cell = default;
            if (CandidatesOf(row) is not { } candidates || candidates.Any(reading => reading[column].Amount != candidates[0][column].Amount))
                return false;
            cell = candidates[0][column];
            var path = row.Paths[column];
            return BorneOut.Contains(path) && row.Own.Any(sum => FusedRow.TermsOf(sum).Any(term => term.Path == path));
        }

        private int IndexOf(FusedRow row)
        {
            for (var i = 0; i < rows.Count; i++)
                if (ReferenceEquals(rows[i], row))
                    return i;
            return -1;
        }
    }
}
