using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Training.Headings;

/// <summary>What a kind of text file does with a report.</summary>
internal sealed record TextHabits
{
    /// <summary>Blank lines between pieces.</summary>
    public int Gap { get; init; } = 1;

    public string Indent { get; init; } = "";

    /// <summary>Marks of the levels 1 to 4, which may be wrong.</summary>
    public Func<int, string> Marks { get; init; } = _ => "";

    /// <summary>Characters after which lines are broken, 0 for never.</summary>
    public int Width { get; init; }

    public char? Delimiter { get; init; } = '\t';

    /// <summary>Of a table without delimiters: each cell on a line of its own.</summary>
    public bool HasCellLines { get; init; }
}

/// <summary>Saves a report as lines of a text file and lets Layout read them.</summary>
internal sealed class TextFamily
{
    private readonly List<(string Text, LineLabel? Label)> lines = [];
    private readonly TextHabits habits;

    private TextFamily(TextHabits habits) => this.habits = habits;

    public static LabelledDocument Save(string family, int seed, bool isNumbered, IReadOnlyList<Piece> pieces, TextHabits habits)
    {
        var file = new TextFamily(habits);
        foreach (var piece in pieces)
            file.Save(piece);
        var page = new ReadPage
        {
            Number = 1, SourcePage = 1, Reading = PageReading.Text, Why = "text-file",
            Lines = [.. file.lines.Select((line, index) => new TextFileLine(index + 1, line.Text))],
        };
        var blocks = new LayoutAnalyzer().Analyze([page]).Blocks;
        var labels = new Dictionary<Block, LineLabel>(ReferenceEqualityComparer.Instance);
        foreach (var block in blocks.OfType<Block.OfLine>())
            if (block.Line is LayoutLine.OfText text && file.lines[text.Number - 1].Label is { } label)
                labels[block] = label;
        var left = blocks.OfType<Block.OfLine>().Select(block => block.Line).OfType<LayoutLine.OfText>().Select(line => line.Number).ToHashSet();
        return new(family, seed, isNumbered, blocks, labels)
        {
            Swallowed = [.. file.lines.Where((line, index) => line.Label is { Begins: true } && !left.Contains(index + 1)).Select(line => line.Label!.Value.Class)],
        };
    }

    private void Save(Piece piece)
    {
        if (lines.Count > 0)
            for (var gap = 0; gap < habits.Gap; gap++)
                lines.Add(("", null));
        if (piece.Class is LineClass.Table)
            SaveTable(piece);
        else
            Wrap((piece.Level > 0 ? habits.Marks(piece.Level) : "") + (piece.Class is LineClass.Title ? "" : habits.Indent) + piece.Printed, piece);
    }

    private void Wrap(string text, Piece piece)
    {
        var begins = piece.Level > 0;
        for (var from = 0; from < text.Length; begins = false)
        {
            var length = habits.Width == 0 ? text.Length : Math.Min(habits.Width, text.Length - from);
            lines.Add((text.Substring(from, length), new(piece.Class, begins)));
            from += length;
        }
    }

    private void SaveTable(Piece table)
    {
        foreach (var row in table.Rows)
            if (habits.Delimiter is { } delimiter)
                lines.Add((string.Join(delimiter, row.Length > 1 ? row : [row[0], ""]), new(LineClass.Table, false)));
            else if (habits.HasCellLines)
                foreach (var cell in row)
                    lines.Add((cell, new(LineClass.Table, false)));
            else
            {
                if (habits.Gap > 0 && lines[^1].Text.Length > 0)
                    lines.Add(("", null));
                lines.Add((string.Join(' ', row), new(LineClass.Table, false)));
            }
    }
}
