using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>Cuts a line into its cells at tabs, or at pipes where it has none; a frame of pipes is taken off.</summary>
public static class DelimitedRow
{
    public static IReadOnlyList<LayoutLine.OfText> Split(LayoutLine.OfText line)
    {
        var text = line.Content;
        var delimiter = text.Contains('\t') ? '\t' : text.Contains('|') ? '|' : '｜';
        var (from, end) = delimiter == '\t' ? (0, text.Length) : Frame(text, delimiter);
        var cells = new List<LayoutLine.OfText>();
        while (from <= end)
        {
            var to = text.IndexOf(delimiter, from, end - from);
            if (to < 0)
                to = end;
            cells.Add(Cell(line, from, to));
            from = to + 1;
        }

        return cells;
    }

    private static (int From, int End) Frame(string text, char delimiter)
    {
        var trimmed = text.TrimEnd();
        var from = text.TrimStart().StartsWith(delimiter) ? text.IndexOf(delimiter) + 1 : 0;
        var end = trimmed.Length > from && trimmed[^1] == delimiter ? trimmed.Length - 1 : text.Length;
        return (from, end);
    }

    private static LayoutLine.OfText Cell(LayoutLine.OfText line, int from, int to)
    {
        var text = line.Content;
        var (start, end) = (from, to);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start == end)
            (start, end) = (from, from);
        var column = line.Column;
        for (var i = 0; i < start; i++)
            if (!char.IsLowSurrogate(text[i]))
                column++;
        return new(line.Number, column, text[start..end]);
    }
}
