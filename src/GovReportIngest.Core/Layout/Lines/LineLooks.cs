using System.Text.RegularExpressions;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout.Lines;

/// <summary>Describes how the lines of pages look, relative to the document's body text.</summary>
internal sealed partial class LineLooks
{
    private readonly double bodySize;
    private readonly Dictionary<int, (double Left, double Right)> margins = [];
    private readonly HashSet<LayoutLine.OfPage> running = new(ReferenceEqualityComparer.Instance);

    public LineLooks(IReadOnlyList<ReadPage> pages, IReadOnlyDictionary<int, IReadOnlyList<LayoutLine.OfPage>> lines)
    {
        var all = lines.Values.SelectMany(page => page).ToList();
        bodySize = Median(all.SelectMany(line => line.Words.SelectMany(word => Enumerable.Repeat(SizeOf(word), word.Text.Length))), 10);
        foreach (var (page, content) in lines)
        {
            var long_ = content.Where(line => line.Text.Length > 8).ToList();
            margins[page] = long_.Count == 0 ? (0, double.MaxValue) : (long_.Min(line => line.Box.X), long_.Max(line => line.Box.Right));
        }

        FindRunning(pages, lines);
    }

    public LineLook Of(LayoutLine.OfPage line, LayoutLine.OfPage? above)
    {
        var size = line.Words.Count == 0 ? bodySize : line.Words.Max(SizeOf);
        var (left, right) = margins[line.Page];
        var em = Math.Max(1, size);
        return new()
        {
            RelativeSize = size / bodySize,
            IsBold = line.Words.Count > 0 && line.Words.All(word => word.IsBold),
            IsCentred = Math.Abs((line.Box.X - left) - (right - line.Box.Right)) < 2 * em && line.Box.X - left > 2 * em,
            ReachesRightMargin = right - line.Box.Right < 1.8 * em,
            IndentInEm = (line.Box.X - left) / em,
            HasGapAbove = above is null || line.Box.Y - above.Box.Bottom > 1.2 * em,
            IsRunning = running.Contains(line),
        };
    }

    private static double SizeOf(Document.Word word) => word.FontSize > 0 ? word.FontSize : word.Box.Height;

    /// <summary>Page numbers, and texts that stand at the same edge of several pages.</summary>
    private void FindRunning(IReadOnlyList<ReadPage> pages, IReadOnlyDictionary<int, IReadOnlyList<LayoutLine.OfPage>> lines)
    {
        var edges = new List<(LayoutLine.OfPage Line, bool IsTop, string Key)>();
        foreach (var page in pages)
            foreach (var line in lines.GetValueOrDefault(page.Number, []))
            {
                var isTop = line.Box.Bottom < page.Height * 0.09;
                var isBottom = line.Box.Y > page.Height * 0.91;
                if (!isTop && !isBottom)
                    continue;
                if (PageNumber().IsMatch(line.Text))
                    running.Add(line);
                else
                    edges.Add((line, isTop, Digits().Replace(line.Text, "#")));
            }

        foreach (var same in edges.GroupBy(edge => (edge.IsTop, edge.Key)).Where(same => same.Select(edge => edge.Line.Page).Distinct().Count() > 1))
            running.UnionWith(same.Select(edge => edge.Line));
    }

    private static double Median(IEnumerable<double> values, double otherwise)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? otherwise : Math.Max(1, sorted[sorted.Count / 2]);
    }

    [GeneratedRegex(@"^[\s\-—–－·.]*(第?\s*\d{1,4}\s*页?)(\s*[/／共,，]\s*\d{1,4}\s*页?)?[\s\-—–－·.]*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
