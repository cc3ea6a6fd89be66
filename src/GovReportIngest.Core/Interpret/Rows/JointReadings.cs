using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// All joint readings of fused rows with which every sum holds. Halves of the rows are combined through a table of what they add to
/// the sums (Horowitz and Sahni 1974); a linear hash of these amounts finds partners, which are then added up in full.
/// </summary>
internal sealed class JointReadings
{
    private readonly IReadOnlyList<FusedRow> left;
    private readonly IReadOnlyList<FusedRow> right;
    private readonly decimal[] constants;

    /// <summary>By row, then reading: what it adds to each sum.</summary>
    private readonly Dictionary<FusedRow, decimal[][]> added = [];

    public JointReadings(
        IReadOnlyList<FusedRow> left, IReadOnlyList<FusedRow> right, IReadOnlyList<FormIdentity> sums, IReadOnlyDictionary<string, decimal> known)
    {
        (this.left, this.right) = (left, right);
        var inside = left.Concat(right).SelectMany(row => row.Paths).ToHashSet(StringComparer.Ordinal);
        var terms = sums.Select(sum => FusedRow.TermsOf(sum).ToList()).ToList();
        constants = [.. terms.Select(sum => sum.Where(term => !inside.Contains(term.Path)).Sum(term => term.Sign * known[term.Path]))];
        foreach (var row in left.Concat(right))
        {
            var own = terms.Select(sum => sum.Select(term => (Column: Array.IndexOf(row.Paths, term.Path), term.Sign)).Where(term => term.Column >= 0).ToList()).ToList();
            added[row] = [.. row.Fitting!.Select(reading => own.Select(sum => sum.Sum(term => term.Sign * (reading[term.Column].Amount ?? 0))).ToArray())];
        }
    }

    /// <summary>The index of a reading of each row, left before right; empty where there are too many to keep.</summary>
    public IReadOnlyList<int[]> FindAll()
    {
        var zero = Hash(new decimal[constants.Length]);
        var partners = new Dictionary<ulong, List<int>>();
        var lefts = Hashes(left, Hash(constants));
        for (var i = 0; i < lefts.Length; i++)
            (System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(partners, lefts[i], out _) ??= []).Add(i);
        var found = new List<int[]>();
        var rights = Hashes(right, zero);
        for (var i = 0; i < rights.Length; i++)
            foreach (var partner in partners.GetValueOrDefault(unchecked(0 - rights[i]), []))
                if ((int[])[.. ChoiceOf(left, partner), .. ChoiceOf(right, i)] is var choice && Holds(choice))
                {
                    if (found.Count == FusedDigits.MostKept)
                        return [];
                    found.Add(choice);
                }

        return found;
    }

    private bool Holds(int[] choice)
    {
        var total = (decimal[])constants.Clone();
        for (var row = 0; row < choice.Length; row++)
        {
            var amounts = added[row < left.Count ? left[row] : right[row - left.Count]][choice[row]];
            for (var sum = 0; sum < total.Length; sum++)
                total[sum] += amounts[sum];
        }

        return Array.TrueForAll(total, amount => amount == 0);
    }

    /// <summary>Of every combination of readings, the last row's counting fastest.</summary>
    private ulong[] Hashes(IReadOnlyList<FusedRow> part, ulong start)
    {
        ulong[] hashes = [start];
        foreach (var row in part)
        {
            var own = added[row].Select(Hash).ToArray();
            var next = new ulong[hashes.Length * own.Length];
            for (var i = 0; i < hashes.Length; i++)
                for (var j = 0; j < own.Length; j++)
                    next[i * own.Length + j] = unchecked(hashes[i] + own[j]);
            hashes = next;
        }

        return hashes;
    }

    private int[] ChoiceOf(IReadOnlyList<FusedRow> part, int index)
    {
        var choice = new int[part.Count];
        for (var row = part.Count - 1; row >= 0; row--)
            (index, choice[row]) = Math.DivRem(index, added[part[row]].Length);
        return choice;
    }

    /// <summary>Linear, modulo 2⁶⁴: the hash of two amounts together is the sum of theirs. Amounts have at most six decimals.</summary>
    private static ulong Hash(decimal[] amounts)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var (hash, weight) = (0UL, Multiplier);
        foreach (var amount in amounts)
        {
            hash = unchecked(hash + (ulong)decimal.ToInt64(amount * 1_000_000) * weight);
            weight = unchecked(weight * Multiplier + 2);
        }

        return hash;
    }
}
