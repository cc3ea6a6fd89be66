using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Tests.Layout;

/// <summary>Draws a page by hand: words of square characters and rules, in points.</summary>
internal sealed class DrawnPage(int number = 1)
{
    private const double Em = 10;

    public List<Word> Words { get; } = [];

    public List<Ruling> Rulings { get; } = [];

    public DrawnPage Write(double x, double y, string text) => Write(x, y, text, Em);

    /// <summary>In a title's size, twice that of the body.</summary>
    public DrawnPage WriteLarge(double x, double y, string text) => Write(x, y, text, 2 * Em);

    /// <summary>Every character a word of its own with so much white behind it, in points.</summary>
    public DrawnPage WriteSpaced(double x, double y, string text, double spacing)
    {
        foreach (var character in text)
        {
            Write(x, y, character.ToString());
            x = Words[^1].Box.Right + spacing;
        }

        return this;
    }

    /// <param name="em">Size of the type, points.</param>
    public DrawnPage Write(double x, double y, string text, double em)
    {
        var edges = new List<double> { x };
        foreach (var character in text)
            edges.Add(edges[^1] + (character < 0x80 ? em / 2 : em));
        Words.Add(new() { Text = text, Box = Box.FromEdges(x, y, edges[^1], y + em), Edges = edges, FontSize = em });
        return this;
    }

    public DrawnPage Across(double y, double from, double to)
    {
        Rulings.Add(new(RulingDirection.Horizontal, y, from, to, 0.7));
        return this;
    }

    public DrawnPage Down(double x, double from, double to)
    {
        Rulings.Add(new(RulingDirection.Vertical, x, from, to, 0.7));
        return this;
    }

    /// <summary>All borders of a plain grid.</summary>
    public DrawnPage Grid(double[] xs, double[] ys)
    {
        foreach (var y in ys)
            Across(y, xs[0], xs[^1]);
        foreach (var x in xs)
            Down(x, ys[0], ys[^1]);
        return this;
    }

    public ReadPage Page(PageReading reading = PageReading.TextLayer, Func<double, double>? x = null, Func<double, double>? y = null, int shuffle = 0)
    {
        var (toX, toY) = (x ?? (value => value), y ?? (value => value));
        var order = new Random(shuffle);
        return new()
        {
            Number = number,
            SourcePage = number,
            Width = toX(600) - toX(0),
            Height = toY(800) - toY(0),
            Reading = reading,
            Why = "test",
            Words = [.. Words.OrderBy(_ => shuffle == 0 ? 0 : order.Next()).Select(word => word with
            {
                Box = Box.FromEdges(toX(word.Box.X), toY(word.Box.Y), toX(word.Box.Right), toY(word.Box.Bottom)),
                Edges = [.. word.Edges.Select(toX)],
                FontSize = word.FontSize * (toY(1) - toY(0)),
            })],
            Rulings = [.. Rulings.OrderBy(_ => shuffle == 0 ? 0 : order.Next()).Select(rule => rule.Direction is RulingDirection.Horizontal
                ? new Ruling(rule.Direction, toY(rule.Position), toX(rule.Start), toX(rule.End), rule.Thickness)
                : new Ruling(rule.Direction, toX(rule.Position), toY(rule.Start), toY(rule.End), rule.Thickness))],
        };
    }

    public static IReadOnlyList<Block> Blocks(params ReadPage[] pages) => new LayoutAnalyzer().Analyze(pages).Blocks;

    public static Table TableOf(params ReadPage[] pages) => Assert.Single(Blocks(pages).OfType<Block.OfTable>()).Table;

    public static IEnumerable<string> LinesOf(IEnumerable<Block> blocks) => blocks.OfType<Block.OfLine>().Select(line => line.Line.Text);

    /// <summary>Cells as <c>row,column rowSpan×columnSpan text</c>.</summary>
    public static IEnumerable<string> CellsOf(Table table) =>
        table.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {cell.Text}");
}
