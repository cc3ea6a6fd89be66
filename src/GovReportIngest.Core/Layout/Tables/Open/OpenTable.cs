using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout.Tables.Open;

/// <summary>
/// Tables that no rules down part into columns: ruled across, with three rules, or with none. Rows and columns are found from white and
/// alignment, and come back as a grid with the rules that its cells would have.
/// </summary>
internal static class OpenTable
{
    /// <summary>A row's first lines stand at most so many ems above its figures.</summary>
    private const double AboveFigures = 0.85;

    /// <summary>Grids from top to bottom.</summary>
    /// <param name="words">Outside of all other tables.</param>
    /// <param name="taken">Areas of other tables.</param>
    public static IReadOnlyList<GridLines> Find(ReadPage page, IReadOnlyList<Word> words, IReadOnlyList<Box> taken)
    {
        bool IsFree(Box box) => !taken.Any(area => area.Contains(box.CentreX, box.CentreY));
        List<TextPiece> pieces = [.. words.Where(word => word.Text.Trim().Length > 0).Select(word => new TextPiece(word.Box, word.Text)),
            .. page.UnreadInk.Where(IsFree).Select(box => new TextPiece(box, ""))];
        var rules = page.Rulings.Where(rule => IsFree(Box.FromEdges(rule.Start, rule.Position, rule.End, rule.Position))).ToList();
        var em = OpenBand.EmOf(pieces);
        return [.. OpenRegion.Find(OpenBand.Of(pieces, em), rules, em).Select(Of).OfType<GridLines>()];
    }

    private static GridLines? Of(OpenRegion region)
    {
        var first = FirstOfBody(region);
        var (header, body) = (region.Bands.Take(first).ToList(), region.Bands.Skip(first).ToList());
        if (body.Count == 0)
            return null;
        var names = OpenHeader.NamesOf(header, region.Rules, region.Em);
        if (OpenColumns.Of(region, OpenHeader.WithoutGroups(names, region.Em), body) is not { } columns || (region.Rules.Count == 0 && !columns.HoldValues.Contains(true)))
            return null;
        var rows = OpenRows.Of(columns, body, region.Em);
        return new OpenGrid(region, columns, rows, names, header.Count > 0 ? header[^1].CentreY : double.MinValue).Lines();
    }

    /// <summary>The first band of the body: figures stand beside something else. Without figures, what stands below the first rule inside.</summary>
    private static int FirstOfBody(OpenRegion region)
    {
        var bands = region.Bands;
        var wide = region.Wide.Select(rule => rule.Position).ToList();
        var figures = Enumerable.Range(0, bands.Count).FirstOrDefault(band => bands[band].IsParted && bands[band].Runs.Any(run => run.Kind is RunKind.Figure), -1);
        if (figures < 0)
            return wide.Count > 2 ? Enumerable.Range(0, bands.Count).FirstOrDefault(band => bands[band].CentreY > wide[1], 0) : bands.Count > 1 ? 1 : 0;
        var rule = wide.Where(position => position < bands[figures].CentreY).DefaultIfEmpty(double.MinValue).Max();
        while (figures > 0 && bands[figures - 1].CentreY > rule && bands[figures].CentreY - bands[figures - 1].CentreY <= AboveFigures * region.Em)
            figures--;
        return figures;
    }
}
