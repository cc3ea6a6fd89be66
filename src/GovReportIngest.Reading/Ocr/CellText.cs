using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr;

/// <summary>A piece of a table cell's text, one line high, and the shapes it consists of; pixels.</summary>
internal readonly record struct InkPiece(PixelBox Box, IReadOnlyList<PixelBox> Shapes);

/// <summary>Sorts the ink of a page into the closed regions between rules, and cuts what stands in each into pieces of lines.</summary>
internal static class CellText
{
    /// <summary>The pieces of every region that holds ink, in the order of the regions.</summary>
    /// <param name="ink">Shapes of the page without its rules.</param>
    public static IReadOnlyList<IReadOnlyList<InkPiece>> Find(IReadOnlyList<PixelBox> ink, IReadOnlyList<PixelBox> cells, double pixelsPerPoint)
    {
        var dust = TextPieces.Dust * pixelsPerPoint;
        var inside = cells.Select(_ => new List<PixelBox>()).ToList();
        // A region without all its rules surrounds others: a shape belongs to the smallest one around it. What is larger than the region
        // is outside of it, whatever its middle is: the edge of a copied sheet runs around the whole page.
        var bySize = Enumerable.Range(0, cells.Count).OrderBy(i => (long)cells[i].Width * cells[i].Height).ThenBy(i => i).ToList();
        foreach (var shape in ink)
            if ((shape.Width >= dust || shape.Height >= dust) && bySize.Cast<int?>().FirstOrDefault(i => IsIn(cells[i!.Value], shape)) is { } cell)
                inside[cell].Add(shape);
        return [.. inside
            .Where(shapes => shapes.Any(shape => shape.Height >= TextPieces.LowestText * pixelsPerPoint))
            .Select(shapes => TextPieces.Cut(shapes, pixelsPerPoint, untangles: true).Select(box => new InkPiece(box, [.. shapes.Where(shape => box.Holds(shape.X + shape.Width / 2, shape.Y + shape.Height / 2))])).ToList())];
    }

    private static bool IsIn(PixelBox region, PixelBox shape) =>
        shape.Width <= region.Width && shape.Height <= region.Height && region.Holds(shape.X + shape.Width / 2, shape.Y + shape.Height / 2);
}
