using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Core.Layout.Lines;

/// <summary>Describes how the lines of pages look, relative to the document's body text.</summary>
internal sealed partial class LineLooks
{
    private const int MostHanging = 3;
    private const int FewestLikeHeadings = 3;
    private const int LongLine = 8;
    private const int FewestForMargins = 4;
    private const double WidestIndentInEm = 2.6;

    private readonly double bodySize;
    private readonly string? bodyFace;

    /// <summary>By page and the frame of its part.</summary>
    private readonly Dictionary<(int, PageFrame), (double Left, double Right)> margins = [];
    private readonly Dictionary<(int, PageFrame), double> heights = [];
    private readonly HashSet<LayoutLine.OfPage> running = new(ReferenceEqualityComparer.Instance);

    public LineLooks(IReadOnlyList<PagePart> parts)
    {
        var all = parts.SelectMany(part => part.Lines).ToList();
        bodySize = Median(all.SelectMany(line => line.Words.SelectMany(word => Enumerable.Repeat(SizeOf(word), word.Text.Length))), 10);
        bodyFace = all.SelectMany(line => line.Words).GroupBy(word => word.FontName)
            .OrderByDescending(face => face.Sum(word => word.Text.Length)).ThenBy(face => face.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        foreach (var (part, _, content) in parts)
        {
            heights[(part.Number, part.Frame)] = part.Height;
            var long_ = content.Where(line => line.Text.Length > LongLine).ToList();
            margins[(part.Number, part.Frame)] = long_.Count == 0 ? (0, double.MaxValue) :
                (LeftMargin([.. long_.Select(line => line.Box.X).Order()]), long_.Max(line => line.Box.Right));
        }

        WidenToUsual(parts);
        FindRunning(parts);
    }

    /// <summary>A page of few lines hardly shows its margins: they are at least as wide as on full pages of its width.</summary>
    private void WidenToUsual(IReadOnlyList<PagePart> parts)
    {
        foreach (var alike in parts.GroupBy(part => Math.Round(part.Part.Width)))
        {
            var full = alike.Where(part => LongLines(part) >= FewestForMargins).Select(part => margins[(part.Part.Number, part.Part.Frame)]).ToList();
            if (full.Count == 0)
                continue;
            var (left, right) = (Median(full.Select(page => page.Left), 0), Median(full.Select(page => page.Right), 0));
            foreach (var part in alike.Where(part => LongLines(part) < FewestForMargins))
            {
                var (ownLeft, ownRight) = margins[(part.Part.Number, part.Part.Frame)];
                margins[(part.Part.Number, part.Part.Frame)] = LongLines(part) == 0 ? (left, right) : (Math.Min(ownLeft, left), Math.Max(ownRight, right));
            }
        }
    }

    private static int LongLines(PagePart part) => part.Lines.Count(line => line.Text.Length > LongLine);

    public LineLook Of(LayoutLine.OfPage line, LayoutLine.OfPage? above)
    {
        var size = line.Words.Count == 0 ? bodySize : line.Words.Max(SizeOf);
        var (left, right) = margins[(line.Page, line.Frame)];
        var em = Math.Max(1, size);
        return new()
        {
            RelativeSize = size / bodySize,
            IsBold = line.Words.Count > 0 && line.Words.All(word => word.IsBold),
            Face = line.Words.Count > 0 ? line.Words[^1].FontName : null,
            HasOwnFace = line.Words.Count > 0 && line.Words[^1].FontName is { } face && bodyFace is not null && face != bodyFace,
            IsCentred = Math.Abs((line.Box.X - left) - (right - line.Box.Right)) < 2 * em && line.Box.X - left > 2 * em,
            ReachesRightMargin = right - line.Box.Right < 1.8 * em,
            IndentInEm = (line.Box.X - left) / em,
            HasGapAbove = above is null || line.Box.Y - above.Box.Bottom > 1.2 * em,
            SpaceAboveInEm = above is null ? 0 : Math.Max(0, line.Box.Y - above.Box.Bottom) / em,
            HeightOnPage = heights[(line.Page, line.Frame)] is > 0 and var height ? Math.Clamp(line.Box.CentreY / height, 0, 1) : null,
            IsRunning = running.Contains(line),
        };
    }

    private static double SizeOf(Word word) => word.FontSize > 0 ? word.FontSize : word.Box.Height;

    /// <summary>Page numbers, and texts that stand at the same edge of several pages.</summary>
    private void FindRunning(IReadOnlyList<PagePart> parts)
    {
        var edges = new List<(LayoutLine.OfPage Line, bool IsTop, string Key)>();
        foreach (var (page, _, lines) in parts)
            foreach (var line in lines)
            {
                if (DashedPageNumber().IsMatch(line.Text) && PageEdge.Holds(line.Box, page.Height, PageEdge.DashedNumber))
                    running.Add(line);
                if (!PageEdge.Holds(line.Box, page.Height))
                    continue;
                if (PageNumber().IsMatch(line.Text))
                    running.Add(line);
                else
                    edges.Add((line, PageEdge.IsAtTop(line.Box, page.Height), Digits().Replace(line.Text, "#")));
            }

        foreach (var same in edges.GroupBy(edge => (edge.IsTop, edge.Key)))
            if (same.Select(edge => edge.Line.Page).Distinct().Count() >= (MayHead(same.First().Line) ? FewestLikeHeadings : 2))
                running.UnionWith(same.Select(edge => edge.Line));
    }

    /// <summary>A heading may happen to begin two pages; what runs along all pages is seldom numbered or large.</summary>
    private bool MayHead(LayoutLine.OfPage line) =>
        Numbering.Of(line.Text).Style is not NumberingStyle.None || (line.Words.Count > 0 && line.Words.Max(SizeOf) > 1.05 * bodySize);

    /// <summary>Where the leftmost lines begin; a few that hang out by more than an indent begin with dirt.</summary>
    private double LeftMargin(List<double> starts)
    {
        var i = 0;
        while (i < MostHanging && i + 2 < starts.Count && starts[i + 1] - starts[i] > WidestIndentInEm * bodySize)
            i++;
        return starts[i];
    }

    private static double Median(IEnumerable<double> values, double otherwise)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? otherwise : Math.Max(1, sorted[sorted.Count / 2]);
    }

    [GeneratedRegex(@"^[\s\-—–－·.]*(第?\s*\d{1,4}\s*页?)(\s*[/／共,，]\s*\d{1,4}\s*页?)?[\s\-—–－·.]*$")]
    private static partial Regex PageNumber();

    // OCR reads the dashes as the Han number one.
    [GeneratedRegex(@"^\s*(?:[-—–－·.一~]{1,3}\s*\d{1,4}\s*[-—–－·.一~]{1,3}|第\s*\d{1,4}\s*页.{0,12})\s*$")]
    private static partial Regex DashedPageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
