using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Rows of which only the label is printed: it stands before the label of a row further down. What was matched between the row's
/// own place and that label cannot be where it seems to be.
/// </summary>
internal sealed class LostRows
{
    private const double Plain = 0.9;
    private const int ShortLabel = 4;

    private readonly Dictionary<FormRowPlace, int> lastSeen = [];
    private readonly TableMatch table;

    public LostRows(TableMatch table)
    {
        this.table = table;
        var found = table.Alignment.Matches.Select(match => match.Place).ToHashSet();
        foreach (var row in table.Rows.Where(row => row.Row.Label.Length > 0 && !found.Contains(row)))
            if (table.Alignment.Matches.LastOrDefault(match => table.OrderOf(match.Place) > table.OrderOf(row) && LeadsWith(match, row)) is { } match)
                lastSeen[row] = match.SegmentIndex;
    }

    /// <summary>The label of a row that should stand above this one stands below it.</summary>
    public bool Contradict(RowMatch match) =>
        lastSeen.Any(lost => table.OrderOf(lost.Key) < table.OrderOf(match.Place) && lost.Value > match.SegmentIndex);

    /// <summary>The label of the row before stands before this one's own: the values may be of either.</summary>
    public bool LeadInto(RowMatch match) => lastSeen.Any(lost => lost.Value == match.SegmentIndex && table.OrderOf(lost.Key) == table.OrderOf(match.Place) - 1);

    /// <summary>The row is printed, if only by its label.</summary>
    public bool IsPrinted(FormRowPlace row) => lastSeen.ContainsKey(row);

    private static bool LeadsWith(RowMatch match, FormRowPlace row)
    {
        var own = match.Place.Labels.Where(label => label.OfEnd(match.Segment.Label) >= Plain).Select(label => label.Length).DefaultIfEmpty().Max();
        var before = match.Segment.Label[..Math.Max(0, match.Segment.Label.Length - own)];
        return row.Labels.Any(label => label.Length > 0 && before.Length >= label.Length - 1
            && label.OfPart(before) >= (label.Length > ShortLabel ? Plain : 1));
    }
}
