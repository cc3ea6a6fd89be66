using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Read;

/// <summary>A page as people said that it is to be read, as far as they said it of what stands on it.</summary>
internal static class GuidedPage
{
    /// <summary>So far beside the edge of what a person marked the rule is looked for that is its edge, points.</summary>
    private const double Margin = 6;

    /// <summary>So far beside a line that a person struck out the rule may stand, points.</summary>
    private const double Beside = 4;

    /// <summary>What is left of a rule that goes on beyond a mark is one again if it is so long, points.</summary>
    private const double ShortestRest = 12;

    public static ReadPage Of(ReadPage page, ReadingGuide guide)
    {
        if (guide.IsLeftOut(page.SourcePage))
            return page with
            {
                Reading = PageReading.None, Why = ReadPage.LeftOut, Words = [], Rulings = [], UnreadInk = [], Turned = [], Lines = [], Flow = [], Problems = [],
            };
        foreach (var mark in guide.RulesOn(page.SourcePage))
            page = OnPartOf(page, mark);
        foreach (var (table, place) in guide.TablesOn(page.SourcePage))
            page = CutOut(page, table, place);
        foreach (var table in guide.TablesInText)
            page = Assigned(page, table);
        return page;
    }

    /// <summary>A page without geometry, its pieces in a place belonging to a table.</summary>
    private static ReadPage Assigned(ReadPage page, ReadingHint.TableIn table)
    {
        if (table.Place is SourceSpan.OfLines(var first, var last))
            return page with { Lines = [.. page.Lines.Select(line => line.Number >= first && line.Number <= last ? line with { AssignedTo = table.Table } : line)] };
        var nodes = (SourceSpan.OfNodes)table.Place;
        var nodesOfPage = page.Flow.Select(NodeOf).ToList();
        var (from, to) = (nodesOfPage.IndexOf(nodes.First), nodesOfPage.IndexOf(nodes.Last));
        return from < 0 ? page : page with { Flow = [.. page.Flow.Select((block, at) => at >= from && at <= Math.Max(from, to) ? block with { AssignedTo = table.Table } : block)] };
    }

    private static string NodeOf(FlowBlock block) => block switch
    {
        FlowBlock.Paragraph paragraph => paragraph.Node,
        FlowBlock.Grid grid => grid.Node,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Of a page with turned parts the part in whose writing the line was drawn has the rule.</summary>
    private static ReadPage OnPartOf(ReadPage page, RuleMark mark)
    {
        var (x, y) = ((mark.FromX + mark.ToX) / 2, (mark.FromY + mark.ToY) / 2);
        var turned = page.Turned.FirstOrDefault(part => part.Frame.FromSource(x, y) is var at && BoxOf(part) is { } box && box.Contains(at.X, at.Y));
        return turned is null ? Marked(page, mark) : page with { Turned = [.. page.Turned.Select(part => part == turned ? Marked(part, mark) : part)] };
    }

    private static ReadPage Marked(ReadPage part, RuleMark mark)
    {
        var line = RulingOf(part.Frame.FromSource(mark.FromX, mark.FromY), part.Frame.FromSource(mark.ToX, mark.ToY));
        return part with { Rulings = mark.IsDrawn ? [.. part.Rulings, line] : [.. part.Rulings.SelectMany(rule => Without(rule, line))] };
    }

    private static Ruling RulingOf((double X, double Y) from, (double X, double Y) to) => Math.Abs(to.X - from.X) >= Math.Abs(to.Y - from.Y)
        ? new(RulingDirection.Horizontal, (from.Y + to.Y) / 2, Math.Min(from.X, to.X), Math.Max(from.X, to.X), 1)
        : new(RulingDirection.Vertical, (from.X + to.X) / 2, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y), 1);

    /// <summary>What is left of a rule after a line was struck out.</summary>
    private static IEnumerable<Ruling> Without(Ruling rule, Ruling struck) =>
        rule.Direction != struck.Direction || Math.Abs(rule.Position - struck.Position) > Beside + rule.Thickness / 2 ? [rule] : Beyond(rule, struck.Start - Beside, struck.End + Beside);

    private static IEnumerable<Ruling> Beyond(Ruling rule, double from, double to)
    {
        if (to <= rule.Start || from >= rule.End)
            return [rule];
        return new[] { rule with { End = from }, rule with { Start = to } }.Where(rest => rest.End - rest.Start >= ShortestRest);
    }

    /// <summary>What stands in a place becomes a part of its own.</summary>
    private static ReadPage CutOut(ReadPage page, string table, Box place)
    {
        var assigned = page.Assigned.ToList();
        ReadPage Rest(ReadPage part)
        {
            var box = part.Frame.FromSource(place);
            var edges = OnRules(box, part.Rulings);
            bool IsIn(Box ink) => box.Contains(ink.CentreX, ink.CentreY);
            var cut = part with
            {
                AssignedTo = table, Turned = [], Assigned = [], Problems = [], Lines = [], Flow = [],
                Words = [.. part.Words.Where(word => IsIn(word.Box))], UnreadInk = [.. part.UnreadInk.Where(IsIn)], Rulings = [.. part.Rulings.SelectMany(rule => Inside(rule, edges))],
            };
            if (cut is { Words.Count: 0, UnreadInk.Count: 0 })
                return part;
            assigned.Add(cut);
            return part with
            {
                Words = [.. part.Words.Where(word => !IsIn(word.Box))], UnreadInk = [.. part.UnreadInk.Where(ink => !IsIn(ink))], Rulings = [.. part.Rulings.SelectMany(rule => Outside(rule, edges))],
            };
        }

        var (rest, turned) = (Rest(page), page.Turned.Select(Rest).ToList());
        return rest with { Turned = turned, Assigned = assigned };
    }

    /// <summary>The box with edges on the rules beside them, where there are such: nobody pulls exactly along a rule.</summary>
    private static Box OnRules(Box box, IReadOnlyList<Ruling> rulings)
    {
        double Edge(RulingDirection direction, double edge, double from, double to) => rulings
            .Where(rule => rule.Direction == direction && Math.Abs(rule.Position - edge) <= Margin && rule.Start < to && rule.End > from)
            .Select(rule => rule.Position).OrderBy(position => Math.Abs(position - edge)).FirstOrDefault(edge);
        return Box.FromEdges(
            Edge(RulingDirection.Vertical, box.X, box.Y, box.Bottom), Edge(RulingDirection.Horizontal, box.Y, box.X, box.Right),
            Edge(RulingDirection.Vertical, box.Right, box.Y, box.Bottom), Edge(RulingDirection.Horizontal, box.Bottom, box.X, box.Right));
    }

    private static IEnumerable<Ruling> Inside(Ruling rule, Box box)
    {
        var (low, high, from, to) = EdgesOf(rule, box);
        var inside = rule with { Start = Math.Max(rule.Start, from), End = Math.Min(rule.End, to) };
        return rule.Position >= low && rule.Position <= high && inside.Start < inside.End ? [inside] : [];
    }

    private static IEnumerable<Ruling> Outside(Ruling rule, Box box)
    {
        var (low, high, from, to) = EdgesOf(rule, box);
        return rule.Position < low || rule.Position > high ? [rule] : Beyond(rule, from, to);
    }

    /// <summary>Of a box: across the rule, and along it.</summary>
    private static (double Low, double High, double From, double To) EdgesOf(Ruling rule, Box box) => rule.Direction is RulingDirection.Horizontal
        ? (box.Y, box.Bottom, box.X, box.Right) : (box.X, box.Right, box.Y, box.Bottom);

    /// <summary>Null of a part on which nothing stands.</summary>
    private static Box? BoxOf(ReadPage part)
    {
        var ink = part.Words.Select(word => word.Box).Concat(part.UnreadInk).ToList();
        return ink.Count == 0 ? null : ink.Aggregate((all, box) => all.Union(box));
    }
}
