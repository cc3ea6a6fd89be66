using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Joins the thin pieces of a drawing into rulings: cells draw their borders piecewise and often twice.</summary>
internal static class VectorRulings
{
    /// <summary>Points; the thickest border of a table, and the shortest piece that can bound a cell.</summary>
    private const double MaximumThickness = 5;
    private const double MinimumLength = 5;

    /// <summary>Points between pieces of one ruling: across it (double borders) and along it (dashes, corners).</summary>
    private const double Beside = 1.2;
    private const double Gap = 3.1;

    internal static IReadOnlyList<Ruling> Find(IReadOnlyList<PathPiece> pieces)
    {
        var shades = pieces.Where(piece => !piece.IsStroke && !piece.IsWhite && IsArea(piece.Box)).Select(piece => piece.Box).ToList();
        var thin = pieces.Where(piece => Math.Min(piece.Box.Width, piece.Box.Height) <= MaximumThickness && IsVisible(piece, shades)).ToList();
        return [.. Join(thin, RulingDirection.Horizontal), .. Join(thin, RulingDirection.Vertical)];
    }

    private static bool IsArea(Box box) => Math.Min(box.Width, box.Height) > MaximumThickness;

    /// <summary>A white line is seen on a shade only.</summary>
    private static bool IsVisible(PathPiece piece, List<Box> shades) =>
        !piece.IsWhite || shades.Any(shade => shade.Intersect(piece.Box) is { Width: > 0, Height: > 0 });

    private static IEnumerable<Ruling> Join(List<PathPiece> pieces, RulingDirection direction)
    {
        var runs = pieces.Select(piece => AsRuling(piece.Box, direction)).Where(run => run.End - run.Start >= run.Thickness)
            .OrderBy(run => run.Position).ThenBy(run => run.Start).ToList();
        var band = new List<Ruling>();
        foreach (var run in runs)
        {
            if (band.Count > 0 && run.Position - band[^1].Position > Beside)
            {
                foreach (var joined in JoinBand(band))
                    yield return joined;
                band.Clear();
            }

            band.Add(run);
        }

        foreach (var joined in JoinBand(band))
            yield return joined;
    }

    private static Ruling AsRuling(Box box, RulingDirection direction) => direction == RulingDirection.Horizontal
        ? new(direction, box.CentreY, box.X, box.Right, box.Height)
        : new(direction, box.CentreX, box.Y, box.Bottom, box.Width);

    /// <summary>Pieces of about one position, joined where they touch or nearly do.</summary>
    private static IEnumerable<Ruling> JoinBand(List<Ruling> band)
    {
        Ruling? open = null;
        var weight = 0.0;
        foreach (var run in band.OrderBy(run => run.Start).ThenBy(run => run.Position))
        {
            var length = run.End - run.Start;
            if (open is { } last && run.Start - last.End <= Gap)
            {
                open = last with
                {
                    Position = (last.Position * weight + run.Position * length) / (weight + length),
                    End = Math.Max(last.End, run.End),
                    Thickness = Math.Max(last.Thickness, run.Thickness),
                };
                weight += length;
                continue;
            }

            if (open is { } done && done.End - done.Start >= MinimumLength)
                yield return done;
            (open, weight) = (run, length);
        }

        if (open is { } final && final.End - final.Start >= MinimumLength)
            yield return final;
    }
}
