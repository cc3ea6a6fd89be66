using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout;

/// <summary>One page, or a part of it whose text runs another way, as tables and lines in the part's own frame.</summary>
internal sealed record PagePart(ReadPage Part, IReadOnlyList<Table> Tables, IReadOnlyList<LayoutLine.OfPage> Lines);

/// <summary>Puts the parts of a page into one reading order.</summary>
internal static class PageParts
{
    /// <summary>A piece of a part: where it stands in its own frame, and where on the page.</summary>
    private readonly record struct Piece(Block Block, ReadPage Part, double Top, Box OnPage);

    /// <summary>
    /// From top to bottom of the page. What stands beside each other in a turned part is one piece of the page, inside of which
    /// the order is that of the turned frame.
    /// </summary>
    public static IEnumerable<Block> InOrder(IReadOnlyList<PagePart> parts, LineLooks looks)
    {
        var pieces = parts.SelectMany(part => PiecesOf(part, looks)).ToList();
        if (parts.Count == 1)
            return pieces.OrderBy(piece => piece.Top).Select(piece => piece.Block);
        return pieces.GroupBy(piece => piece.Part.Turn).SelectMany(part => part.Key == 0 ? part.Select(piece => new List<Piece> { piece }) : Bands([.. part]))
            .OrderBy(band => band.Min(piece => piece.OnPage.Y))
            .SelectMany(band => band.OrderBy(piece => piece.Top)).Select(piece => piece.Block);
    }

    private static IEnumerable<Piece> PiecesOf(PagePart page, LineLooks looks)
    {
        var (part, tables, lines) = page;
        var areas = tables.Select(BoxOf).ToList();
        var placed = tables.Zip(areas).OrderBy(table => table.Second.X)
            .Select(table => (Box: table.Second, Top: areas.Where(area => AreBeside(area, table.Second)).Append(table.Second).Min(area => area.Y), Block: (Block)new Block.OfTable(table.First) { AssignedTo = part.AssignedTo }))
            .Concat(lines.Select((line, index) => (line.Box, Top: line.Box.Y, Block: (Block)new Block.OfLine(line, looks.Of(line, index > 0 ? lines[index - 1] : null)) { AssignedTo = part.AssignedTo })));
        return placed.Select(piece => new Piece(piece.Block, part, piece.Top, part.Frame.ToSource(piece.Box)));
    }

    /// <summary>Tables of which the less high one stands beside the other with half its height or more are read from left to right, however their tops differ.</summary>
    private static bool AreBeside(Box one, Box other) => (one.Right <= other.X || other.Right <= one.X)
        && Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y) >= Math.Min(one.Height, other.Height) / 2;

    private static Box BoxOf(Table table) =>
        table.Cells.Select(cell => cell.Regions[0].Box).Aggregate((all, box) => all.Union(box));

    /// <summary>Pieces whose heights on the page overlap, directly or by others between them.</summary>
    private static List<List<Piece>> Bands(IReadOnlyList<Piece> pieces)
    {
        var bands = new List<List<Piece>>();
        var reached = double.MinValue;
        foreach (var piece in pieces.OrderBy(piece => piece.OnPage.Y))
        {
            if (bands.Count == 0 || piece.OnPage.Y >= reached)
                bands.Add([]);
            bands[^1].Add(piece);
            reached = Math.Max(reached, piece.OnPage.Bottom);
        }

        return bands;
    }
}
