using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Parts tokens whose blanks were lost as <see cref="FusedDigits"/> does, but only so that the sums within the row hold. It goes from
/// right to left, totals before what they are the total of: what a total leaves bounds every cell before it, so that rows can be
/// searched that have millions of readings.
/// </summary>
internal sealed class FusedSums
{
    private const int MostSteps = 100_000;

    private static readonly decimal[] PowersOf10 = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    private readonly IReadOnlyList<string> tokens;
    private readonly IReadOnlyList<FieldType> columns;
    private readonly IReadOnlyList<(int Column, int Sign)[]> sums;
    private readonly Bound[] bounds;
    private readonly Bound[][] boundsOf;
    private readonly FusedCell[] cells;
    private readonly List<FusedCell[]> fitting = [];
    private int steps;

    private FusedSums(IReadOnlyList<string> tokens, IReadOnlyList<FieldType> columns, IReadOnlyList<(int Column, int Sign)[]> sums)
    {
        (this.tokens, this.columns, this.sums) = (tokens, columns, sums);
        cells = new FusedCell[columns.Count];
        bounds = [.. sums.Where(IsTotalOfCounts).Select(sum => new Bound(sum.Max(term => term.Column), sum.Min(term => term.Column), sum))];
        boundsOf = [.. columns.Select((_, column) => bounds.Where(bound => bound.Has(column)).ToArray())];
        Search(columns.Count - 1, tokens.Count - 1, tokens[^1].Length);
    }

    private bool HasTooMany => steps > MostSteps || fitting.Count > FusedDigits.MostKept;

    /// <summary>The readings with which all sums hold; null where there are too many to list or to search, or no sums.</summary>
    /// <param name="tokens">Folded to half-width; see <see cref="ValueText.Fold"/>.</param>
    /// <param name="sums">Terms that add up to 0, by column.</param>
    public static IReadOnlyList<FusedCell[]>? Read(
        IReadOnlyList<string> tokens, IReadOnlyList<FieldType> columns, IReadOnlyList<(int Column, int Sign)[]> sums)
    {
        if (sums.Count == 0)
            return null;
        var search = new FusedSums(tokens, columns, sums);
        return search.HasTooMany ? null : search.fitting;
    }

    /// <summary>The last cell is the sum of others, none of which can be negative.</summary>
    private bool IsTotalOfCounts((int Column, int Sign)[] sum)
    {
        var last = sum.MaxBy(term => term.Column);
        return Array.TrueForAll(sum, term => term.Column == last.Column || term.Sign == -last.Sign)
            && Array.TrueForAll(sum, term => columns[term.Column] is not FieldType.SignedInteger);
    }

    /// <param name="end">Behind the last character of the token that cells up to this column may take.</param>
    private void Search(int column, int token, int end)
    {
        if (HasTooMany || !HasRoom(column + 1, token, end))
            return;
        if (column < 0)
        {
            if (sums.All(sum => sum.Sum(term => term.Sign * (cells[term.Column].Amount ?? 0)) == 0))
                fitting.Add([.. cells]);
            return;
        }

        var longest = LongestAt(column, column + 1);
        for (var start = end - 1; start >= 0 && end - start <= longest; start--)
        {
            steps++;
            if (!FusedCell.MayBe(tokens[token], start, end, columns[column])
                || !FusedCell.TryRead(tokens[token].AsSpan(start, end - start), columns[column], out var amount))
                continue;
            cells[column] = new(token, start, end - start, amount);
            if (Array.TrueForAll(boundsOf[column], bound => bound.Holds(cells, column)))
                Search(column - 1, start > 0 ? token : token - 1, start > 0 ? start : token > 0 ? tokens[token - 1].Length : 0);
        }
    }

    /// <summary>Each cell takes a character at least, each token a cell, and no cell more than its total leaves.</summary>
    private bool HasRoom(int count, int token, int end)
    {
        if (token < 0)
            return count == 0;
        var characters = end;
        for (var i = 0; i < token; i++)
            characters += tokens[i].Length;
        if (count <= token || count > characters || !Array.TrueForAll(bounds, bound => bound.CanReach(count, characters - count + 1)))
            return false;
        for (var column = 0; column < count && characters > 0; column++)
            characters -= LongestAt(column, count);
        return characters <= 0;
    }

    /// <summary>How many characters a cell can take at most, by what the totals behind it leave.</summary>
    /// <param name="chosen">The first column that is chosen.</param>
    private int LongestAt(int column, int chosen)
    {
        var longest = FusedCell.LongestOf(columns[column]);
        if (columns[column] is FieldType.Integer)
            foreach (var bound in boundsOf[column])
                longest = Math.Min(longest, bound.LongestAt(column, chosen));
        return longest;
    }

    /// <summary>A total and its addends; what is left of the total follows from the cells chosen so far.</summary>
    private sealed class Bound(int total, int first, (int Column, int Sign)[] sum)
    {
        private readonly int[] addends = [.. sum.Select(term => term.Column).Where(column => column != total).OrderDescending()];
        private readonly decimal[] rests = new decimal[total + 1];

        public bool Has(int column) => column == total || Array.IndexOf(addends, column) >= 0;

        /// <summary>Whether the cells from this column on leave something of the total, and nothing after its first addend.</summary>
        public bool Holds(FusedCell[] cells, int column)
        {
            var rest = cells[total].Amount ?? 0;
            foreach (var addend in addends)
                if (addend >= column)
                    rest -= cells[addend].Amount ?? 0;
            for (var left = column; left >= first; left--)
                rests[left] = rest;
            return column == first ? rest == 0 : rest >= 0;
        }

        /// <summary>Whether addends of so many characters can add up to the rest.</summary>
        public bool CanReach(int chosen, int longest)
        {
            if (chosen <= first || chosen > total)
                return true;
            var most = 0m;
            foreach (var addend in addends)
                if (addend < chosen)
                    most += PowersOf10[Math.Min(longest, FusedCell.LongestNumber)];
            return most > rests[chosen];
        }

        /// <summary>As many as the rest has digits, or the two of a dash that stands for nothing.</summary>
        public int LongestAt(int column, int chosen)
        {
            if (column == total || chosen > total)
                return int.MaxValue;
            var digits = 1;
            for (var rest = rests[chosen]; rest >= 10; rest /= 10)
                digits++;
            return Math.Max(2, digits);
        }
    }
}
