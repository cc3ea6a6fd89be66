using System.Globalization;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Columns that only number the rows (序号 before the label, 代码 behind the unit). Where cells are seen, the column of the header's
/// name goes; in running text, numbers that count from 1 on, row by row, behind a header with such a name.
/// </summary>
internal static class IndexNumbers
{
    private static readonly string[] Names = ["序号", "代码", "指标代码", "编号", "行次", "项目编码", "编码"];

    /// <summary>Characters of a header between the name and the label of a column.</summary>
    private const int WidestHeader = 30;

    private const int FewestRows = 3;

    public static bool IsName(string text) => Names.Contains(LabelText.Normalise(text));

    public static bool BeginsWithName(string text) => LabelText.Normalise(text) is var words && Names.Any(name => words.StartsWith(name, StringComparison.Ordinal));

    public static bool EndsWithName(string text) => LabelText.Normalise(text) is var words && Names.Any(name => words.EndsWith(name, StringComparison.Ordinal));

    /// <summary>The segments without such numbers; where the count breaks off, all rows are marked as unclear.</summary>
    public static IReadOnlyList<RowSegment> TakeOff(FormTable table, IReadOnlyList<RowSegment> segments)
    {
        var columns = table.Blocks.SelectMany(block => block.Columns).SelectMany(column => column.Aliases.Prepend(column.Label)).Select(LabelText.Normalise).ToList();
        if (columns.Any(IsName))
            return segments;
        var header = Enumerable.Range(0, segments.Count).Where(index => NamesIndex(columns, segments[index].Label)).Cast<int?>().FirstOrDefault();
        if (header is not { } first)
            return segments;
        var rest = segments.Skip(first).ToList();
        var fewest = Math.Max(FewestRows, table.Blocks.Sum(block => block.Rows.Count) * 3 / 5);
        var before = BeforeLabels(rest);
        if (before.Count >= fewest)
            rest = WithoutLast(rest, before);
        var codes = BehindLabels(rest);
        var found = codes.Count(code => code is not null);
        if (found >= fewest)
            rest = [.. rest.Select((segment, index) => index < codes.Count && codes[index] is { } code ? WithoutFirst(segment, code.Length) : segment)];
        // A count that begins and breaks off leaves it open which numbers belong to it.
        var isBroken = Breaks(before.Count, fewest) || Breaks(found, fewest) || (found >= fewest && codes.Count < rest.Count && rest.Count - codes.Count < fewest)
            || StillCounts(rest, segment => segment.Values[^1]) || StillCounts(rest, segment => segment.Values[0]);
        return isBroken ? [.. segments.Take(first), .. rest.Select(Unclear)] : [.. segments.Take(first), .. rest];
    }

    private static bool Breaks(int count, int fewest) => count >= FewestRows && count < fewest;

    /// <summary>Rows below each other go on counting, wherever the count began: the column that numbers them is still among their values.</summary>
    private static bool StillCounts(IReadOnlyList<RowSegment> rows, Func<RowSegment, ValueToken> place)
    {
        int? last = null;
        var counted = 0;
        foreach (var number in rows.Where(row => row.Values.Count > 1 && !row.Values.All(IsMark)).Select(row => NumberOf(place(row))))
        {
            counted = number is { } next && next == last + 1 ? counted + 1 : 1;
            last = number;
            if (counted > FewestRows)
                return true;
        }

        return false;
    }

    /// <summary>The name stands in a header: shortly before the label of a column.</summary>
    private static bool NamesIndex(List<string> columns, string label) => Names.Any(name => label.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at
        && columns.Any(column => label.IndexOf(column, at + name.Length, StringComparison.Ordinal) is >= 0 and var behind && behind - at <= WidestHeader));

    /// <summary>The segments that end with the number of the row below them: 1 behind the header, then 2, 3 …; rows of groups have none.</summary>
    private static List<int> BeforeLabels(List<RowSegment> segments)
    {
        var numbered = new List<int>();
        for (var index = 0; index < segments.Count; index++)
        {
            bool Ends(int at) => at < segments.Count && segments[at].Values.Count > 0 && NumberOf(segments[at].Values[^1]) == numbered.Count + 1;
            var isAboveGroup = index + 1 < segments.Count && segments[index + 1].Values.Count > 1 && segments[index + 1].Values.SkipLast(1).All(IsMark);
            if (isAboveGroup && Ends(index + 1))
                continue;
            if (!Ends(index) || (index == 0 ? !segments[0].Values.SkipLast(1).All(IsMark) : segments[index].Values.Count < 2))
                break;
            numbered.Add(index);
        }

        return numbered;
    }

    private static List<RowSegment> WithoutLast(List<RowSegment> segments, List<int> numbered)
    {
        List<RowSegment> kept = [.. segments.Select((segment, index) => numbered.Contains(index) ? segment with { Values = [.. segment.Values.SkipLast(1)] } : segment)];
        if (kept[0].Values.Count > 0)
            return kept;
        kept[1] = kept[1] with { Label = kept[0].Label + kept[1].Label, Blocks = [.. kept[0].Blocks.Concat(kept[1].Blocks).Distinct()] };
        kept.RemoveAt(0);
        return kept;
    }

    /// <summary>
    /// For each segment the code that its values begin with, null for rows of marks only; ends where the count breaks. A code of two
    /// digits shows itself by its 0 even where it ran together with the value behind it.
    /// </summary>
    private static List<string?> BehindLabels(List<RowSegment> segments)
    {
        var codes = new List<string?>();
        var next = 1;
        var width = segments.FirstOrDefault(segment => !segment.Values.All(IsMark))?.Values[0].Text is ['0', ..] ? 2 : 1;
        foreach (var segment in segments)
        {
            var code = next.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
            if (segment.Values.All(IsMark))
                codes.Add(null);
            else if (segment.Values.Count > 0 && ValueText.Fold(segment.Values[0].Text) is var text
                && (text == code || (width > 1 && text.StartsWith(code, StringComparison.Ordinal))))
            {
                codes.Add(code);
                next++;
            }
            else
                break;
        }

        return codes;
    }

    private static RowSegment WithoutFirst(RowSegment segment, int length)
    {
        var first = segment.Values[0];
        return segment with { Values = first.Text.Length == length ? [.. segment.Values.Skip(1)] : [Behind(first, length), .. segment.Values.Skip(1)] };
    }

    private static ValueToken Behind(ValueToken token, int length) => token with
    {
        Text = token.Text[length..],
        Evidence = token.Evidence is [Evidence.InText text] && text.Length == token.Text.Length
            ? [new Evidence.InText(text.Line, text.Column + length, text.Length - length)] : token.Evidence,
    };

    private static RowSegment Unclear(RowSegment segment) => segment with { HasUnclearIndex = true };

    private static bool IsMark(ValueToken value) => ValueText.IsPlaceholder(value.Text);

    private static int? NumberOf(ValueToken token) =>
        ValueText.IsDigits(token.Text) && int.TryParse(ValueText.Fold(token.Text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
