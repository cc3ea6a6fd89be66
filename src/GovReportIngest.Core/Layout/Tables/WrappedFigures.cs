using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Rows of narrow columns whose figures go on in a second line: rules above and below hold the lines together. Lines with a label
/// each, as between the rules of a table that is ruled only above and below, are rows of their own.
/// </summary>
internal static partial class WrappedFigures
{
    /// <summary>From line to line of a cell at most, in heights of a figure.</summary>
    internal const double LineStep = 1.9;

    /// <summary>From the lines to their rules at most.</summary>
    private const double ToRule = 1.8;

    /// <summary>So many bands between rules with one row each say that lines with labels of their own are one row, too.</summary>
    private const int BandsToTell = 3;

    /// <param name="rows">Lines of figures, from top to bottom.</param>
    /// <param name="rulings">Of the page.</param>
    /// <returns>The rows, those of several lines as one.</returns>
    public static IReadOnlyList<FigureRow> Join(IReadOnlyList<FigureRow> rows, IReadOnlyList<Ruling> rulings)
    {
        var across = rulings.Where(rule => rule.Direction is RulingDirection.Horizontal).OrderBy(rule => rule.Position).ToList();
        var bands = Bands(rows, across).Select(band => (Rows: band, GoesOn: GoesOn(band, across), AreRows: band.Count > 1 && AreLabelled(band))).ToList();
        var areRuled = bands.Count(band => band.GoesOn && !band.AreRows) >= BandsToTell * bands.Count(band => band.AreRows);
        return [.. bands.SelectMany(band => band is { Rows.Count: > 1, GoesOn: true } && (!band.AreRows || areRuled || band.Rows.Exists(IsCut)) ? [Joined(band.Rows)] : band.Rows)];
    }

    /// <summary>Lines with no rule between them.</summary>
    private static List<List<FigureRow>> Bands(IReadOnlyList<FigureRow> rows, List<Ruling> across)
    {
        var bands = new List<List<FigureRow>>();
        foreach (var row in rows)
            if (bands.Count > 0 && !FigureGrid.IsRuledBetween(across, bands[^1][^1].CentreY, row.CentreY, row.Box.X, row.Box.Right))
                bands[^1].Add(row);
            else
                bands.Add([row]);
        return bands;
    }

    /// <summary>One line, or lines as close as those of a cell, with rules close above and below.</summary>
    private static bool GoesOn(List<FigureRow> band, List<Ruling> across) => IsRuledOff(band, across)
        && band.Zip(band.Skip(1)).All(pair => pair.Second.CentreY - pair.First.CentreY <= LineStep * HeightOf(pair.First));

    private static bool IsRuledOff(List<FigureRow> band, List<Ruling> across)
    {
        var reach = ToRule * HeightOf(band[0]);
        return across.Exists(rule => band[0].CentreY - rule.Position is > 0 and var above && above <= reach && Covers(rule, band[0]))
            && across.Exists(rule => rule.Position - band[^1].CentreY is > 0 and var below && below <= reach && Covers(rule, band[^1]));
    }

    private static bool Covers(Ruling rule, FigureRow row) => FigureGrid.Covers(rule, row.Box.X, row.Box.Right);

    private static double HeightOf(FigureRow row) => row.Figures.Max(run => run.Box.Height);

    /// <summary>Each line has a label that stands on no other line.</summary>
    private static bool AreLabelled(List<FigureRow> band) =>
        band.TrueForAll(row => row.Labels.Any(label => band.Count(other => other.Labels.Any(run => run.Box == label.Box)) == 1));

    /// <summary>A mark between thousands stands where no number has one: the number goes on in the next line.</summary>
    private static bool IsCut(FigureRow row) => row.Figures.Any(run => CutNumber().IsMatch(run.Text));

    private static FigureRow Joined(List<FigureRow> band)
    {
        var figures = new List<TextRun>();
        foreach (var run in band.SelectMany(row => row.Figures).OrderBy(run => run.Box.X))
            if (figures.Count > 0 && run.Box.X < figures[^1].Box.Right)
                figures[^1] = new(figures[^1].Box.Union(run.Box), "", RunKind.Figure);
            else
                figures.Add(run);
        return FigureRow.With(figures, [.. band.SelectMany(row => row.Labels).DistinctBy(run => run.Box)]);
    }

    [GeneratedRegex(@"[,，](?!\d{3})|[,，]\d{4}")]
    private static partial Regex CutNumber();
}
