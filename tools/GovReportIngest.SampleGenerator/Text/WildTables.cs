using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Text;

/// <summary>Further ways in which tables arrive in text files.</summary>
internal static class WildTables
{
    public static (string Name, TableText Tables) Choose(Dice dice)
    {
        var (name, tables) = dice.Pick<(string, TableText)>(
            ("box", Box), ("cells-apart", CellsApart), ("wide-spaces", Joined("\u3000")), ("spaces", Joined(" ")), ("columns", Columns),
            ("tabs-repeated", RepeatedGroups), ("pipes-bare", Bare), ("cells", TableTexts.OneCellPerLine));
        return dice.Chance(0.15) ? (name + "-full-width", FullWidth(tables)) : (name, tables);
    }

    /// <summary>Lines drawn with characters, as terminals and old word processors do.</summary>
    private static string Box(string key, FigureSet figures)
    {
        var rows = Rows(key, figures).ToList();
        var rule = string.Join('┼', rows[0].Select(_ => "────"));
        return TableTexts.Lines(rows.SelectMany(cells => new[] { $"├{rule}┤", $"│{string.Join('│', cells)}│" }).Append($"└{rule.Replace('┼', '┴')}┘"));
    }

    /// <summary>Every cell a paragraph of its own.</summary>
    private static string CellsApart(string key, FigureSet figures) =>
        TableTexts.OneCellPerLine(key, figures).Replace("\n", "\n\n", StringComparison.Ordinal);

    /// <summary>Of each row the cells that print something, a separator between them.</summary>
    private static TableText Joined(string separator) => (key, figures) =>
        TableTexts.Lines(Rows(key, figures).Select(cells => string.Join(separator, cells.Where(cell => cell.Length > 0))));

    /// <summary>Columns of one width, padded with spaces; a Han character counts twice.</summary>
    private static string Columns(string key, FigureSet figures)
    {
        var rows = Rows(key, figures).ToList();
        var widths = Enumerable.Range(0, rows.Max(row => row.Length))
            .Select(column => rows.Where(row => row.Length > column).Max(row => Width(row[column])) + 2).ToList();
        return TableTexts.Lines(rows.Select(row => string.Concat(row.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell)))).TrimEnd()));
    }

    /// <summary>Tabs; spanned label cells are repeated in every row, as a spreadsheet without merged cells has them.</summary>
    private static string RepeatedGroups(string key, FigureSet figures)
    {
        if (key != "requests")
            return TableTexts.Lines(Rows(key, figures).Select(cells => string.Join('\t', cells)));
        var lines = GridRows.Requests(figures).Select(row => row.Row is not { } request ? [.. row.Labels, .. row.Values]
            : request.IsResult || request.Key == "total_processed"
                ? new[] { "三、本年度办理结果", request.Group ?? request.Label, request.Label }.Concat(row.Values)
                : new[] { request.Label, request.Label, request.Label }.Concat(row.Values));
        return TableTexts.Lines(lines.Select(cells => string.Join('\t', cells)));
    }

    /// <summary>Pipes between cells and none around the row; no rule below the head.</summary>
    private static string Bare(string key, FigureSet figures) =>
        TableTexts.Lines(Rows(key, figures).Select(cells => string.Join(" | ", cells)));

    private static TableText FullWidth(TableText tables) => (key, figures) =>
        string.Concat(tables(key, figures).Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));

    private static IEnumerable<string[]> Rows(string key, FigureSet figures) => key switch
    {
        "requests" => GridRows.Requests(figures).Select(row => row.Labels.Concat(row.Values).ToArray()),
        "proactive_disclosure" => GridRows.Disclosure(figures),
        _ => GridRows.Courts(figures, ""),
    };

    private static int Width(string text) => text.Sum(c => c < 0x2000 ? 1 : 2);
}
