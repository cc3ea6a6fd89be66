using System.Text;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>Cuts blocks (plain lines, delimited lines, grids) into one stream of row segments.</summary>
internal sealed class SegmentReader
{
    private readonly List<RowSegment> segments = [];
    private readonly StringBuilder label = new();
    private readonly List<ValueToken> values = [];
    private readonly List<Block> blocks = [];
    private bool showsBlanks;
    private bool isBesideLabel;
    private int inherited;
    private int valueLines;
    private readonly CellLines cells;
    private readonly IndexCells indexes = new();
    private readonly GridIndexes gridIndexes = new();

    private SegmentReader(CellLines cells) => this.cells = cells;

    /// <param name="blanksBelow">Blank cells behind the last block.</param>
    public static IReadOnlyList<RowSegment> Read(IReadOnlyList<Block> source, CellLines cells, IEnumerable<LineToken> blanksBelow)
    {
        var reader = new SegmentReader(cells);
        foreach (var block in source)
            reader.Add(block);
        reader.AddBlankLines(blanksBelow);
        reader.Close();
        return reader.segments;
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Block.OfLine { Look.IsRunning: true }:
                break;
            case Block.OfLine line:
                AddBlankLines(cells.BlanksAbove(line));
                AddTokens(block, LineTokens.Of(line.Line));
                break;
            case Block.OfTable { Table.Kind: TableKind.Delimited } table:
                foreach (var line in table.Table.Lines)
                    AddRow(block, LineTokens.Of(line, indexes.In(line.Text)));
                break;
            case Block.OfTable table:
                foreach (var row in GridTokens.Rows(table.Table, gridIndexes.In(table.Table)))
                {
                    // As many figures again without a label are a row whose label was lost.
                    if (values.Count > 0 && row.Count(token => token.Kind is not LineTokenKind.Label) >= values.Count && row.All(token => token.Kind is not LineTokenKind.Label))
                        Close();
                    AddRow(block, row);
                }

                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Blank cells that ended the row before are that row's own: they do not go on in this one.</summary>
    private void AddRow(Block block, IReadOnlyList<LineToken> tokens)
    {
        if (values.Count > 0 && values.All(value => value.IsBlank))
            Close();
        AddTokens(block, tokens);
    }

    private void AddTokens(Block block, IReadOnlyList<LineToken> tokens)
    {
        var (firstLabel, lastLabel) = (int.MaxValue, -1);
        var known = values.Count;
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Kind is LineTokenKind.Label)
                // A unit goes with its values: it does not say whose they are.
                (firstLabel, lastLabel) = (ValueText.IsUnit(tokens[i].Text) ? firstLabel : Math.Min(firstLabel, i), i);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            // Blanks left of a label are the free cells of group columns, not values; ink that was not read left of all labels is dust there.
            if ((token.Kind is LineTokenKind.Blank && i < lastLabel) || (i < firstLabel && firstLabel <= lastLabel && IsUnread(token)))
                continue;
            if (token.Kind is LineTokenKind.Label)
                AddLabel(token);
            else
                AddValue(token, isBehindLabel: i > firstLabel);
            if (blocks.Count == 0 || !ReferenceEquals(blocks[^1], block))
                blocks.Add(block);
        }

        if (values.Count > (lastLabel < 0 ? known : 0))
            valueLines++;
    }

    private static bool IsUnread(LineToken token) => token.Text.Length == 0 && token.Value.Cell is { HasUnreadInk: true };

    private void AddBlankLines(IEnumerable<LineToken> blanks)
    {
        if (label.Length > 0 || values.Count > 0)
            foreach (var blank in blanks)
                AddValue(blank, isBehindLabel: false);
    }

    private void AddLabel(LineToken token)
    {
        if (values.Count > 0)
            Close();
        label.Append(token.Text);
    }

    private void AddValue(LineToken token, bool isBehindLabel)
    {
        if (values.Count == 0)
            (isBesideLabel, valueLines) = (isBehindLabel, 0);
        showsBlanks |= token.Kind is LineTokenKind.Blank || token.Value.Cell is not null;
        values.Add(token.Value);
    }

    private void Close()
    {
        if (values.Count == 0)
            return;
        var segment = new RowSegment
        {
            Label = LabelText.Normalise(label.ToString()),
            Values = [.. values],
            Blocks = [.. blocks],
            ShowsBlanks = showsBlanks,
            IsBesideLabel = isBesideLabel,
            SpansLines = valueLines > 1,
            HasInheritedLabel = label.Length > 0 && label.Length == inherited,
        };
        segments.Add(segment);
        values.Clear();
        showsBlanks = false;
        // A line of labels with empty cells behind may be a header: its text still leads the rows below.
        if (!segment.HasOnlyBlanks)
        {
            label.Clear();
            blocks.Clear();
        }

        inherited = label.Length;
    }
}
