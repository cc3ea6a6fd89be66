using System.Text;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Core.Evaluate;

/// <summary>
/// Headings and prose. Characters are compared over letters and digits only, so that punctuation that belongs to the numbering
/// of headings (which the record keeps apart) does not count.
/// </summary>
internal static class ProseEvaluation
{
    public static GroupScore Add(GroupScore score, ExpectedReport truth, ReportRecord? record)
    {
        if (truth.Text is { } pages)
        {
            var expected = Letters(string.Concat(pages));
            score = score with { Characters = expected.Length, CharacterErrors = EditDistance.Between(expected, Letters(ProseOf(record))) };
        }

        return truth.Outline is { } outline ? AddOutline(score, outline, record) : score;
    }

    private static GroupScore AddOutline(GroupScore score, IReadOnlyList<ExpectedHeading> expected, ReportRecord? record)
    {
        List<(int, string)> right = [.. expected.Select(heading => (heading.Level, WithoutSpaces(heading.Title)))];
        List<(int, string)> found = [.. Flatten(record?.Outline ?? []).Select(node => (node.Level, WithoutSpaces(node.Title)))];
        return score with
        {
            Outlines = 1,
            OutlinesExact = right.SequenceEqual(found) ? 1 : 0,
            HeadingsExpected = right.Count,
            HeadingsFound = found.Count,
            HeadingsRight = CommonInOrder(right, found),
        };
    }

    /// <summary>Length of the longest common subsequence.</summary>
    private static int CommonInOrder(List<(int, string)> a, List<(int, string)> b)
    {
        var lengths = new int[a.Count + 1, b.Count + 1];
        for (var i = 1; i <= a.Count; i++)
            for (var j = 1; j <= b.Count; j++)
                lengths[i, j] = a[i - 1] == b[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
        return lengths[a.Count, b.Count];
    }

    private static string ProseOf(ReportRecord? record)
    {
        var text = new StringBuilder();
        if (record?.Fields.FirstOrDefault(field => field.Key == ReportPaths.Title).Value is { } title)
            text.Append(title.Printed ?? (title.Value as FieldValue.Words)?.Text);
        foreach (var node in Flatten(record?.Outline ?? []))
            text.Append(node.Number).Append(node.Title).AppendJoin("", node.Paragraphs);
        return text.ToString();
    }

    private static IEnumerable<OutlineNode> Flatten(IEnumerable<OutlineNode> nodes) =>
        nodes.SelectMany(node => Flatten(node.Children).Prepend(node));

    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)));

    internal static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
