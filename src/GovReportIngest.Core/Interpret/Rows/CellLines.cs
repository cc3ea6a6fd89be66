using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Tables of text files with one cell a line, as web pages leave them when they are copied: of a blank cell nothing is left but
/// a blank line more than there is between other cells.
/// </summary>
internal sealed class CellLines
{
    /// <summary>So many lines with nothing but a value make a table.</summary>
    private const int FewestValues = 3;

    private const int FewestPairs = 2;

    private readonly HashSet<Block> inside = new(ReferenceEqualityComparer.Instance);
    private readonly int? usual;

    private CellLines(IReadOnlyList<Block> blocks)
    {
        var pairs = new List<Pair>();
        for (var i = 1; i < blocks.Count; i++)
            if (KindOf(blocks[i - 1]) is { } above && KindOf(blocks[i]) is { } below)
            {
                pairs.Add(new(above, below, ((Block.OfLine)blocks[i]).Look.BlankLinesAbove));
                inside.Add(blocks[i]);
            }

        usual = UsualGap(pairs);
    }

    /// <param name="blocks">All of a document: how it parts cells is seen best where most of them are printed.</param>
    public static CellLines Of(IReadOnlyList<Block> blocks) => new(blocks);

    /// <summary>The blank cells that stand above the line, first to last.</summary>
    public IEnumerable<LineToken> BlanksAbove(Block.OfLine line) => BlanksAbove(line, 0);

    /// <summary>
    /// The blank cells at the end of a table above the heading of the next section, which has <paramref name="separators"/>
    /// blank lines above it in any case.
    /// </summary>
    public IEnumerable<LineToken> BlanksAbove(Block.OfLine line, int separators)
    {
        if (usual is not { } gap || !inside.Contains(line))
            yield break;
        var blankLines = line.Look.BlankLinesAbove;
        var first = ((LayoutLine.OfText)line.Line).Number - blankLines;
        for (var at = gap; at < blankLines - separators; at += gap + 1)
            yield return new(LineTokenKind.Blank, new("", [new Evidence.InText(first + at, 1, 0)]));
    }

    /// <summary>Of a line with one value only, or with words only; null for all other blocks.</summary>
    private static LineTokenKind? KindOf(Block block)
    {
        if (block is not Block.OfLine { Line: LayoutLine.OfText line } || LineTokens.Of(line) is not [var first, ..] tokens)
            return null;
        return tokens.Count == 1 || tokens.All(token => token.Kind is LineTokenKind.Label) ? first.Kind : null;
    }

    /// <summary>
    /// The smallest gap that two cells often have between them, values if there are enough; blank cells only make gaps wider.
    /// </summary>
    private static int? UsualGap(List<Pair> pairs) =>
        pairs.Count(pair => pair.Below is LineTokenKind.Value) < FewestValues ? null
            : Smallest(pairs.Where(pair => pair is { Above: LineTokenKind.Value, Below: LineTokenKind.Value })) ?? Smallest(pairs);

    private static int? Smallest(IEnumerable<Pair> pairs) => pairs
        .CountBy(pair => pair.Gap)
        .Where(gap => gap.Value >= FewestPairs)
        .Select(gap => (int?)gap.Key)
        .Min();

    private readonly record struct Pair(LineTokenKind Above, LineTokenKind Below, int Gap);
}
