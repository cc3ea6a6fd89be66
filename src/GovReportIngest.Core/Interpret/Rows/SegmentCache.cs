using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>The row segments of parts of a document, read once for all forms that look there.</summary>
internal sealed class SegmentCache(IReadOnlyList<Block> blocks, CellLines cells)
{
    private readonly Dictionary<(int From, int To, int BlanksBelow), IReadOnlyList<RowSegment>> read = [];

    /// <summary>Of the whole document.</summary>
    public CellLines Cells => cells;

    /// <summary>Of the places that a person marked as this table; null where nobody did.</summary>
    public IReadOnlyList<RowSegment>? Given(string table) =>
        blocks.Where(block => block.AssignedTo == table).ToList() is { Count: > 0 } given ? SegmentReader.Read(given, cells, []) : null;

    /// <summary>What stands where a person marked a table is no other table's.</summary>
    /// <param name="from">Index of the first block.</param>
    /// <param name="to">Index behind the last block.</param>
    /// <param name="blanksBelow">Blank cells behind it.</param>
    public IReadOnlyList<RowSegment> Read(int from, int to, IReadOnlyList<LineToken> blanksBelow)
    {
        if (!read.TryGetValue((from, to, blanksBelow.Count), out var segments))
            read[(from, to, blanksBelow.Count)] = segments = SegmentReader.Read([.. blocks.Take(to).Skip(from).Where(block => block.AssignedTo is null)], cells, blanksBelow);
        return segments;
    }
}
