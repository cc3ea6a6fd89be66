using System.Text.RegularExpressions;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>Cuts a line of text into label pieces, values and blank cells; tabs and pipes delimit cells, spaces only tokens.</summary>
internal static partial class LineTokens
{
    public static IReadOnlyList<LineToken> Of(LayoutLine line) => Of(line, []);

    /// <param name="without">Cells of a delimited line that are left out, from 0.</param>
    public static IReadOnlyList<LineToken> Of(LayoutLine line, IReadOnlyCollection<int> without)
    {
        var text = line.Text;
        if (CellDelimiter.IsRule(text))
            return [];
        if (!CellDelimiter.IsIn(text))
            return Pieces(line, 0, text.Length);
        var tokens = new List<LineToken>();
        var cell = 0;
        foreach (var (from, to) in CellDelimiter.Cells(text))
            if (!without.Contains(cell++))
                AddCell(tokens, line, from, to);
        return tokens;
    }

    private static void AddCell(List<LineToken> tokens, LayoutLine line, int from, int to)
    {
        var (start, length) = Trim(line.Text, from, to);
        var text = line.Text.Substring(start, length);
        if (length == 0)
            tokens.Add(new(LineTokenKind.Blank, new("", [line.Locate(from, to - from)])));
        else if (IsValue(text))
            tokens.Add(new(LineTokenKind.Value, new(text, [line.Locate(start, length)])));
        else if (LabelText.HasHan(text) || !text.Contains(' '))
            tokens.Add(new(LineTokenKind.Label, new(text, [line.Locate(start, length)])));
        else
            tokens.AddRange(Pieces(line, start, start + length));
    }

    private static List<LineToken> Pieces(LayoutLine line, int from, int to)
    {
        var tokens = new List<LineToken>();
        foreach (Match match in Piece().Matches(line.Text[from..to]))
        {
            var start = from + match.Index;
            if (!IsValue(match.Value) && FusedWithLabel().IsMatch(match.Value))
            {
                AddParts(tokens, line, start, match.Value);
                continue;
            }

            // "无" and "元" standing alone among words are words: a placeholder in running text needs values beside it.
            var isValue = IsValue(match.Value);
            tokens.Add(new(isValue ? LineTokenKind.Value : LineTokenKind.Label, new(match.Value, [line.Locate(start, match.Length)])));
        }

        return tokens;
    }

    /// <summary>Values that ran together with the label before or behind them: <c>00000002.其他</c>, <c>予以公开0（二）部分公开</c>.</summary>
    private static void AddParts(List<LineToken> tokens, LayoutLine line, int start, string text)
    {
        var from = 0;
        void AddLabel(int to)
        {
            if (to > from)
                tokens.Add(new(LineTokenKind.Label, new(text[from..to], [line.Locate(start + from, to - from)])));
        }

        foreach (Match match in FusedWithLabel().Matches(text))
        {
            AddLabel(match.Index);
            tokens.Add(new(LineTokenKind.Value, new(match.Value, [line.Locate(start + match.Index, match.Length)])));
            from = match.Index + match.Length;
        }

        AddLabel(text.Length);
    }

    private static bool IsValue(string text) => ValueText.IsValue(text) || ValueText.IsRun(text);

    private static (int Start, int Length) Trim(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;
        return (from, to - from);
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Piece();

    // Cells behind a label or before the next one, whose number, if it has one, is its own; what is counted or dated (1条, 2023年) is no cell.
    [GeneratedRegex(
        @"(?<=^|[\p{IsCJKUnifiedIdeographs}）)”""])(?:[\d/—-]|\.(?=\d))*\d(?:[\d/—-]|\.(?=\d))*(?=$|" + NextNumber + ")" +
        @"|^(?:[\d/—-]|\.(?=\d))+(?=(?![年月日条件次项宗个人篇份场家期万元])[\p{IsCJKUnifiedIdeographs}“《]|" + NextNumber + ")")]
    private static partial Regex FusedWithLabel();

    private const string NextNumber = @"[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)]|[一二三四五六七八九][、.．]|[1-9][.．、][\p{IsCJKUnifiedIdeographs}“]";
}
