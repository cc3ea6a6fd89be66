using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret;

/// <summary>Where a form table was found and how its rows lie there.</summary>
internal sealed record TableMatch
{
    public const string VariantUncertain = "variant-uncertain";

    private const double PlainSimilarity = 0.6;

    private readonly Lazy<Dictionary<FormRowPlace, int>> order = null!;

    /// <summary>One complete row of so many tells how many columns there are.</summary>
    private const int RowsToTell = 10;

    /// <summary>Less than a plainly printed row adds to the score of an alignment.</summary>
    private const double ClearlyBetter = 1;

    public required FormTable Table { get; init; }

    /// <summary>Null for the table's own rows.</summary>
    public RowVariant? Variant { get; init; }

    /// <summary>The variant of which it is not clear whether the report has it; null where that is clear.</summary>
    public RowVariant? Rival { get; private init; }

    /// <summary>Of which <see cref="Table"/> has the columns; null where it has the form's own.</summary>
    public ColumnVariant? Columns { get; private init; }

    /// <summary>As the form defines it.</summary>
    public required FormTable Original { get; init; }

    public required IReadOnlyList<FormRowPlace> Rows
    {
        get;
        init
        {
            field = value;
            order = new(() => value.Select((row, index) => (row, index)).ToDictionary(pair => pair.row, pair => pair.index));
        }
    }

    public required IReadOnlyList<RowSegment> Segments { get; init; }

    public required RowAlignment Alignment { get; init; }

    /// <summary>Rows and column labels found, of all there are: 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>Rows and column labels found.</summary>
    public int Explained { get; private init; }

    /// <summary>A person marked where it stands: it is taken, however little of it is told there.</summary>
    public bool IsGiven { get; init; }

    public bool IsFound => (IsGiven || Score >= 0.4) && Alignment.Matches.Count > 0;

    /// <summary>All its rows are of a grid, and no other row with figures stands between them.</summary>
    public bool IsClosedGrid => Alignment.Matches.All(match => match.Segment.IsOfGrid) && !RowsBetween.Any();

    /// <summary>The place of a row among <see cref="Rows"/>, from 0.</summary>
    public int OrderOf(FormRowPlace row) => order.Value[row];

    /// <summary>Segments between the table's rows that print values which no row claims: indices, in page order.</summary>
    public IEnumerable<int> RowsBetween => Enumerable.Range(Alignment.Matches[0].SegmentIndex, Alignment.Matches[^1].SegmentIndex - Alignment.Matches[0].SegmentIndex).Where(HasFreeValues);

    /// <summary>There is such a segment, it prints values, and no row claims it.</summary>
    public bool HasFreeValues(int index) => index >= 0 && index < Segments.Count && !Segments[index].HasOnlyBlanks
        && Alignment.Matches.All(match => match.SegmentIndex != index);

    /// <summary>It is not clear whether the report has this row or another one of a variant in its place.</summary>
    public bool IsContested(FormRow row) => Rival is not null && (Rival.Replaces.Contains(row.Key) || Rival.Rows.Contains(row));

    /// <param name="table">As the form defines it.</param>
    /// <param name="read">The segments in which it may stand.</param>
    /// <param name="isGiven">See <see cref="IsGiven"/>.</param>
    public static TableMatch Of(FormTable table, IReadOnlyList<RowSegment> read, bool isGiven = false)
    {
        var named = ColumnHeader.Named(table, read);
        if (named.Count == 0)
            return Of(table, table, read, isGiven);
        // Rows with as many values as there are columns tell which of them the header means; values that ran together are fewer.
        var ways = named.Select(columns => Of(table, table.With(columns), read, isGiven) with { Columns = columns });
        TableMatch? widest = null;
        foreach (var way in ways)
            if (way.HasCompleteRows)
                return way;
            else
                widest ??= way;
        return widest!;
    }

    /// <summary>More rows than slips make have a value for each column.</summary>
    private bool HasCompleteRows => Alignment.Matches.Count(match => match.Segment.Values.Count == match.Place.Block.Columns.Count) * RowsToTell >= Alignment.Matches.Count;

    private static TableMatch Of(FormTable original, FormTable table, IReadOnlyList<RowSegment> read, bool isGiven)
    {
        var segments = SplitRows.Join(table, GroupRows.Join(table, IndexNumbers.TakeOff(table, LabelDigits.Join(table, read))));
        var known = new Dictionary<FormRow, double[]>(ReferenceEqualityComparer.Instance);
        var ways = table.Variants.Prepend(null!).Select(variant => Align(original, table, variant, segments, known, isGiven)).ToList();
        var best = ways.MaxBy(way => Math.Round(way.Alignment.Score, 9))!;
        var rival = ways.FirstOrDefault(way => way != best && best.Alignment.Score - way.Alignment.Score < ClearlyBetter);
        return best.Measure() with { Rival = rival?.Variant ?? (rival is null ? null : best.Variant) };
    }

    private static TableMatch Align(FormTable original, FormTable table, RowVariant? variant, IReadOnlyList<RowSegment> segments, Dictionary<FormRow, double[]> known, bool isGiven)
    {
        var rows = FormRowPlace.Of(table, variant);
        return new TableMatch { Original = original, Table = table, Variant = variant, Rows = rows, Segments = segments, IsGiven = isGiven, Alignment = RowAlignment.Of(rows, segments, known, isGiven) };
    }

    private TableMatch Measure()
    {
        var (found, all) = (0, 0);
        var matched = Alignment.Matches;
        var header = matched.Count == 0 ? "" : string.Concat(
            Segments.Take(matched[^1].SegmentIndex + 1).Skip(matched[0].SegmentIndex - 1).Select(segment => segment.Label));
        foreach (var block in Table.Blocks)
        {
            var matches = Alignment.Matches.Where(match => match.Place.Block == block).ToList();
            var required = Rows.Count(row => row.Block == block && !row.Row.IsOptional);
            all += Math.Max(required, matches.Count) + block.Columns.Count;
            found += matches.Count(match => match.Similarity >= PlainSimilarity || match.Segment.Values.Count == block.Columns.Count);
            found += block.Columns.Count(column => HeaderNames(column, header));
        }

        return this with { Score = all == 0 ? 0 : (double)found / all, Explained = found };
    }

    private static bool HeaderNames(FormColumn column, string header) =>
        column.Aliases.Prepend(column.Label).Any(label => Similarity.OfPart(LabelText.Normalise(label), header) >= 0.7);
}
