using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret;

/// <summary>Where a form table was found and how its rows lie there.</summary>
internal sealed record TableMatch
{
    private const double PlainSimilarity = 0.6;

    public required FormTable Table { get; init; }

    /// <summary>Null for the table's own rows.</summary>
    public RowVariant? Variant { get; init; }

    public required IReadOnlyList<FormRowPlace> Rows { get; init; }

    public required IReadOnlyList<RowSegment> Segments { get; init; }

    public required RowAlignment Alignment { get; init; }

    /// <summary>Rows and column labels found, of all there are: 0 to 1.</summary>
    public double Score { get; init; }

    public bool IsFound => Score >= 0.4 && Alignment.Matches.Count > 0;

    public static TableMatch Of(FormTable table, IReadOnlyList<Block> blocks)
    {
        var segments = SegmentReader.Read(blocks);
        TableMatch? best = null;
        foreach (var variant in table.Variants.Prepend(null!))
        {
            var rows = FormRowPlace.Of(table, variant);
            var alignment = RowAlignment.Of(rows, segments);
            var match = new TableMatch { Table = table, Variant = variant, Rows = rows, Segments = segments, Alignment = alignment };
            if (best is null || alignment.Score > best.Alignment.Score + 1e-9)
                best = match;
        }

        return best! with { Score = best!.Measure() };
    }

    private double Measure()
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

        return all == 0 ? 0 : (double)found / all;
    }

    private static bool HeaderNames(FormColumn column, string header) =>
        column.Aliases.Prepend(column.Label).Any(label => Similarity.OfPart(LabelText.Normalise(label), header) >= 0.7);
}
