using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret;

/// <summary>Decides which blocks are text of a found table, so that they stay out of the outline.</summary>
internal static class TableText
{
    private const double Alike = 0.7;

    public static IEnumerable<Block> Of(TableMatch table)
    {
        var matches = table.Alignment.Matches;
        if (matches.Count == 0)
            return [];
        var vocabulary = Vocabulary(table.Table);
        var claimed = new List<Block>();
        for (var index = matches[0].SegmentIndex; index <= matches[^1].SegmentIndex; index++)
            foreach (var block in table.Segments[index].Blocks)
                // Above the first row stand header lines, but also prose: only what the form prints belongs to the table.
                if (index > matches[0].SegmentIndex || block is not Block.OfLine line || Speaks(vocabulary, line.Line.Text)
                    || ReferenceEquals(block, table.Segments[index].Blocks[^1]))
                    claimed.Add(block);
        return claimed;
    }

    private static bool Speaks(IReadOnlyList<string> vocabulary, string text) => text
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(LabelText.Normalise)
        .All(piece => piece.Length == 0 || IsValue(piece) || vocabulary.Any(words => Similarity.OfPart(piece, words) >= Alike));

    /// <summary>The first row of a table with one cell a line has its values above the last line of its segment.</summary>
    private static bool IsValue(string piece) => piece.All(c => char.IsDigit(c) || ".,-+/—－．，".Contains(c, StringComparison.Ordinal));

    // Joined in page order as well, since a line may hold the end of one label and the beginning of the next.
    private static List<string> Vocabulary(FormTable table)
    {
        var words = new List<string>(table.Boilerplate);
        foreach (var block in table.Blocks)
        {
            words.Add(block.Header + block.ColumnHeaderCell);
            words.Add(string.Concat(block.Columns.Select(column => column.Label)));
            words.AddRange(block.Columns.SelectMany(column => column.Aliases));
            words.Add(string.Concat(block.Columns.SelectMany(column => column.Group).Distinct()));
            words.AddRange(block.Columns.SelectMany(column => column.Group));
            words.Add(string.Concat(block.Rows.SelectMany(row => row.Group.Append(row.Label))));
            words.AddRange(block.Rows.SelectMany(row => row.Aliases));
        }

        return [.. words.Select(LabelText.Normalise).Where(word => word.Length > 0).Distinct()];
    }
}
