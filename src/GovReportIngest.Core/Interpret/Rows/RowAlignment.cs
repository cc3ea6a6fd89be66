using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>A form row and the segment that prints it.</summary>
/// <param name="Similarity">Of the labels, 0 to 1.</param>
internal sealed record RowMatch(FormRowPlace Place, int SegmentIndex, RowSegment Segment, double Similarity)
{
    private const double PlainSimilarity = 0.6;

    /// <summary>Too weak to say anything about the rows beside it.</summary>
    public bool IsDoubtful => IsOverfull || (Similarity < PlainSimilarity && Place.Row.Label.Length > 0);

    /// <summary>More is printed than the row has columns.</summary>
    public bool IsOverfull => Segment.Values.Count(value => !value.IsBlank) > Place.Columns;
}

/// <summary>
/// The best order-preserving assignment of form rows to segments (global alignment, Needleman and Wunsch 1970; segments before
/// the first and behind the last match are free).
/// </summary>
internal sealed record RowAlignment(IReadOnlyList<RowMatch> Matches, double Score)
{
    private const double RowMissing = -0.4;
    private const double SegmentExtra = -0.35;

    /// <summary>A segment with more or fewer values whose label is less alike is not the row.</summary>
    private const double Unlike = 0.3;

    /// <summary>Of a row without a label that stands below a header whose last name was not, or not plainly, read.</summary>
    private const double Unlabelled = 0.5;

    /// <summary>So alike a column's name is told in a header.</summary>
    private const double PlainName = 0.7;

    /// <param name="rows">In the order of the form.</param>
    /// <param name="segments">In page order.</param>
    /// <param name="known">Similarities of rows that other alignments with the same segments have compared already; gets those of this one.</param>
    /// <param name="isGiven">A person said that the table stands there: a row without a label needs no names above it, if it has a value for each column.</param>
    public static RowAlignment Of(IReadOnlyList<FormRowPlace> rows, IReadOnlyList<RowSegment> segments, Dictionary<FormRow, double[]> known, bool isGiven = false)
    {
        var (n, m) = (rows.Count, segments.Count);
        var similarity = new double[n, m];
        for (var i = 0; i < n; i++)
        {
            if (!known.TryGetValue(rows[i].Row, out var row))
                known[rows[i].Row] = row = [.. segments.Select(segment => Compare(rows[i], segment, isGiven))];
            for (var j = 0; j < m; j++)
                similarity[i, j] = row[j];
        }

        // What a segment says about itself is asked once, not for every row.
        var looks = segments.Select(segment => new SegmentLook(segment.HasOnlyBlanks, segment.IsOfGrid, segment.Values.Count, segment.ShowsBlanks)).ToArray();
        var best = new double[n + 1, m + 1];
        var move = new byte[n + 1, m + 1];
        for (var i = 1; i <= n; i++)
            (best[i, 0], move[i, 0]) = (best[i - 1, 0] + RowMissing, 1);
        for (var i = 0; i <= n; i++)
            for (var j = 1; j <= m; j++)
                (best[i, j], move[i, j]) = Step(best, similarity, rows, looks, i, j);
        return Trace(rows, segments, similarity, move, best[n, m]);
    }

    private static (double Score, byte Move) Step(
        double[,] best, double[,] similarity, IReadOnlyList<FormRowPlace> rows, SegmentLook[] segments, int i, int j)
    {
        // Segments are free at both ends of the table.
        var isOutside = i == 0 || i == rows.Count;
        var isEmpty = segments[j - 1].HasOnlyBlanks && !(i > 0 && segments[j - 1].IsOfGrid && segments[j - 1].Values == rows[i - 1].Columns);
        var extra = best[i, j - 1] + (isOutside || isEmpty ? 0 : SegmentExtra);
        if (i == 0)
            return (extra, 2);
        var missing = best[i - 1, j] + RowMissing;
        var match = best[i - 1, j - 1] + MatchScore(rows[i - 1], segments[j - 1], similarity[i - 1, j - 1]);
        if (match >= missing && match >= extra)
            return (match, 0);
        return missing >= extra ? (missing, (byte)1) : (extra, (byte)2);
    }

    private static double MatchScore(FormRowPlace row, SegmentLook segment, double similarity)
    {
        var isComplete = segment.Values == row.Columns;
        // A line of empty cells is a row only where its label says so plainly.
        // The cells of a scanned grid are not read yet: there a complete row is as good as a printed one.
        var isUnread = segment.IsOfGrid && isComplete;
        if (segment.HasOnlyBlanks && !isUnread && (similarity < 0.8 || segment.Values < row.Columns))
            return -10;
        if (similarity < Unlike && !isComplete)
            return -10;
        // Behind the names of the columns may stand another name that was not read; the row itself has a cell for each column.
        if (row.Row.Label.Length == 0 && !isComplete && segment.IsOfGrid)
            similarity = Math.Min(similarity, Unlabelled);
        return 2 * similarity - 0.8 + (isComplete ? 0.3 : segment.Values > row.Columns && segment.ShowsBlanks ? 0.2 : -0.1);
    }

    /// <summary>Similarity of the labels; any that is too little for such a segment may be given as 0.</summary>
    private static double Compare(FormRowPlace row, RowSegment segment, bool isGiven)
    {
        var isComplete = segment.Values.Count == row.Columns;
        var similarity = row.Row.Label.Length == 0 && ((isGiven && isComplete) || MayHaveNoLabel(row, segment, isComplete)) ? Unlabelled : 0;
        foreach (var label in row.Labels)
            if (isComplete || label.MayEnd(segment.End, Unlike))
                similarity = Math.Max(similarity, label.OfEnd(segment.Label));
        return similarity;
    }

    /// <summary>Nothing stands above it, or the names of all columns, behind which dirt may have been read as words.</summary>
    private static bool MayHaveNoLabel(FormRowPlace row, RowSegment segment, bool isComplete) =>
        segment.Label.Length == 0 || (isComplete && segment.IsOfGrid && row.Labels.All(name => name.OfPart(segment.Label) >= PlainName));

    private static RowAlignment Trace(
        IReadOnlyList<FormRowPlace> rows, IReadOnlyList<RowSegment> segments, double[,] similarity, byte[,] move, double score)
    {
        var matches = new List<RowMatch>();
        var (i, j) = (rows.Count, segments.Count);
        while (i > 0 || j > 0)
            switch (move[i, j])
            {
                case 0 when i > 0 && j > 0:
                    i--;
                    j--;
                    matches.Add(new(rows[i], j, segments[j], similarity[i, j]));
                    break;
                case 1 when i > 0:
                    i--;
                    break;
                default:
                    j--;
                    break;
            }

        matches.Reverse();
        return new(matches, score);
    }

    private readonly record struct SegmentLook(bool HasOnlyBlanks, bool IsOfGrid, int Values, bool ShowsBlanks);
}
