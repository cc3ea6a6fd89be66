using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout.Tables.Open;

/// <summary>Draws the rules that an open table's cells would have.</summary>
/// <param name="lastName">Height of the header's last line.</param>
internal sealed class OpenGrid(OpenRegion region, OpenColumns columns, OpenRows rows, IReadOnlyList<TextRun> names, double lastName)
{
    private const double SameRule = 3;

    /// <summary>Rules between so large a share of the rows say where all of them are.</summary>
    private const double RuledRows = 0.6;

    private readonly List<Ruling> horizontals = [];
    private readonly List<Ruling> verticals = [];

    public GridLines Lines()
    {
        var hasHeader = names.Count > 0;
        var head = hasHeader ? HeaderBottom() : rows.Ends.Top;
        var top = region.Wide.Select(rule => rule.Position).Where(y => hasHeader ? y < names.Min(name => name.CentreY) : y < head + SameRule)
            .DefaultIfEmpty(hasHeader ? names.Min(name => name.Box.Y) - 1 : rows.Ends.Top).Max();
        var groups = hasHeader ? OpenHeader.GroupsOf(names, columns, region.Rules, MiddleOf(top, head), region.Em) : [];
        var bottom = region.Wide.Select(rule => rule.Position).Where(y => y > rows.Ends.Bottom - region.Em).DefaultIfEmpty(rows.Ends.Bottom).Min();
        var ys = new List<double> { top };
        if (groups.Count > 0)
            ys.Add(groups[0].Bottom);
        if (hasHeader)
            ys.Add(head);
        var ruled = RulesBetween(ys[^1], bottom);
        var isRuled = rows.Count > 1 && ruled.Count >= RuledRows * (rows.Count - 1);
        ys.AddRange(isRuled ? ruled : rows.Borders);
        ys.Add(bottom);
        if (hasHeader)
            DrawHeader(groups, top, head);
        DrawBody(ys[hasHeader ? (groups.Count > 0 ? 2 : 1) : 0], bottom, isRuled);
        foreach (var y in new[] { top, bottom })
            Across(y, 0, columns.Count - 1);
        return new(columns.Xs, ys, horizontals, verticals) { IsAligned = true };
    }

    /// <summary>Of the header, by its rules or by what is printed in it.</summary>
    private double MiddleOf(double top, double head) => region.Wide.Any(rule => Math.Abs(rule.Position - top) < SameRule) && region.Rules.Any(rule => Math.Abs(rule.Position - head) < SameRule)
        ? (top + head) / 2 : (names.Min(name => name.Box.Y) + names.Max(name => name.Box.Bottom)) / 2;

    private double HeaderBottom() => region.Rules.Select(rule => rule.Position).Where(y => y > lastName && y <= rows.Ends.Top + region.Em)
        .DefaultIfEmpty((lastName + rows.Ends.Top + 0.7 * region.Em) / 2).Min();

    private List<double> RulesBetween(double top, double bottom)
    {
        var ys = new List<double>();
        foreach (var y in region.Rules.Select(rule => rule.Position).Where(y => y > top + SameRule && y < bottom - SameRule).Order())
            if (ys.Count == 0 || y - ys[^1] > SameRule)
                ys.Add(y);
        return ys;
    }

    private void DrawHeader(IReadOnlyList<(int First, int Last, double Bottom)> groups, double top, double head)
    {
        Across(head, 0, columns.Count - 1);
        var corner = CornerParts();
        for (var x = 1; x < columns.Count; x++)
        {
            var isInside = corner.Any(part => x > part.First && x <= part.Last);
            var group = groups.FirstOrDefault(group => x > group.First && x <= group.Last, (First: -1, Last: -1, Bottom: double.NaN));
            if (!isInside)
                Down(x, group.First < 0 ? top : group.Bottom, head);
        }

        foreach (var (first, last, bottom) in groups)
            Across(bottom, first, last);
    }

    /// <summary>Names over several columns of labels.</summary>
    private IReadOnlyList<(int First, int Last)> CornerParts()
    {
        var labels = 0;
        while (labels < columns.Count && (!columns.HoldValues[labels] || (labels == 0 && !columns.HoldValues[1])))
            labels++;
        labels = Math.Min(labels, columns.Count);
        var own = names.Where(name => columns.At(name) < labels).OrderBy(name => name.Box.CentreX).ToList();
        return labels < 2 || own.Count >= labels ? [] : OpenHeader.Parted(own, columns, 0, labels - 1);
    }

    private void DrawBody(double top, double bottom, bool isRuled)
    {
        for (var x = 1; x < columns.Count; x++)
            Down(x, top, bottom);
        if (isRuled)
        {
            foreach (var y in RulesBetween(top, bottom))
                foreach (var rule in region.Rules.Where(rule => Math.Abs(rule.Position - y) <= SameRule))
                    horizontals.Add(rule with { Position = y });
            return;
        }

        for (var row = 0; row < rows.Borders.Count; row++)
            for (var column = 0; column < columns.Count; column++)
                if (!rows.Groups.Any(group => group.Column == column && row >= group.First && row < group.Last))
                    Across(rows.Borders[row], column, column);
    }

    private void Across(double y, int first, int last) => horizontals.Add(new(RulingDirection.Horizontal, y, columns.Xs[first], columns.Xs[last + 1], 0));

    private void Down(int x, double top, double bottom) => verticals.Add(new(RulingDirection.Vertical, columns.Xs[x], top, bottom, 0));
}
