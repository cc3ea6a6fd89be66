using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// The cells of a grid as tokens, row by row: a cell with a row span stands in the row where it begins. In columns that hold
/// figures, whatever the page's reader made of a figure is a value, and what stands left of them is a label.
/// </summary>
internal static class GridTokens
{
    private const int FewestCells = 4;

    /// <summary>A row of figures has fewer cells with words: its group, its label, its unit.</summary>
    private const int FewestOfHeader = 5;

    public static IEnumerable<IReadOnlyList<LineToken>> Rows(Table table) => Rows(table, GridIndexes.Of(table));

    /// <param name="table">The grid.</param>
    /// <param name="indexes">Columns that only number the rows; they are left out.</param>
    public static IEnumerable<IReadOnlyList<LineToken>> Rows(Table table, IReadOnlySet<int> indexes)
    {
        var (figures, units) = (FigureColumns(table), UnitColumns(table));
        return table.Cells
            .Where(cell => !(cell.ColumnSpan == 1 && indexes.Contains(cell.Column) && !IsWords(cell)))
            .GroupBy(cell => cell.Row)
            .OrderBy(row => row.Key)
            .Select(row => row.OrderBy(cell => cell.Column).ToList())
            .Select(row => units.Count == 0 ? Tokens(row, figures)
                : [.. row.Where(cell => IsUnit(cell, units)).Select(AsLabel).Concat(Tokens([.. row.Where(cell => !IsUnit(cell, units))], figures))
                    .OrderBy(token => token.Value.Cell!.Column)]);
    }

    private static bool IsUnit(TableCell cell, HashSet<int> units) => cell.ColumnSpan == 1 && units.Contains(cell.Column) && cell.Text.Trim().Length > 0;

    private static LineToken AsLabel(TableCell cell) => Token(cell, [cell], LineTokenKind.Label);

    /// <summary>
    /// Columns with several cells of their own, most of which are words for what is counted (件, 万元), or with a few, all of which
    /// are: such a word is no figure. Marks in the rows of groups say nothing.
    /// </summary>
    private static HashSet<int> UnitColumns(Table table) => [.. table.Cells
        .Where(cell => cell.ColumnSpan == 1 && cell.Text.Trim() is { Length: > 0 } text && !ValueText.IsPlaceholder(text))
        .GroupBy(cell => cell.Column)
        .Where(column => column.Count(cell => ValueText.IsUnit(cell.Text.Trim())) is var units && (column.Count() >= FewestCells ? units * 5 >= column.Count() * 3 : units == column.Count() && units > 1))
        .Select(column => column.Key)];

    private static IReadOnlyList<LineToken> Tokens(IReadOnlyList<TableCell> row, HashSet<int> figures)
    {
        var inside = row.Where(cell => IsFigure(cell, figures)).ToList();
        if (inside.Count < FewestCells || !AreMostlyFigures(inside))
            return BetweenUnread(row);
        return [.. row.Select(cell => IsFigure(cell, figures) ? Token(cell, row, LineTokenKind.Value)
            : cell.Column < inside[0].Column ? Token(cell, row, LineTokenKind.Label) : Token(cell, row))];
    }

    /// <summary>A single row of figures makes no columns: among cells whose ink is left for the number reader, words are figures misread.</summary>
    private static IReadOnlyList<LineToken> BetweenUnread(IReadOnlyList<TableCell> row)
    {
        var unread = Enumerable.Range(0, row.Count).Where(i => row[i].HasUnreadInk && row[i].Text.Length == 0).ToList();
        if (unread.Count < FewestCells || unread.Count * 5 < row.Count * 3)
            return WithoutMisread([.. row.Select(cell => Token(cell, row))]);
        return [.. row.Select((cell, i) => i > unread[0] && i < unread[^1] ? Token(cell, row, LineTokenKind.Value) : Token(cell, row))];
    }

    /// <summary>Among many words of a header, what looks like a figure is a word misread.</summary>
    private static IReadOnlyList<LineToken> WithoutMisread(IReadOnlyList<LineToken> row)
    {
        var labels = row.Count(token => token.Kind is LineTokenKind.Label);
        var isHeader = labels >= FewestOfHeader && row.Count(token => token.Kind is LineTokenKind.Value) * FewestCells <= labels;
        return isHeader ? [.. row.Where(token => token.Kind is not LineTokenKind.Value)] : row;
    }

    private static bool IsFigure(TableCell cell, HashSet<int> figures) => cell.ColumnSpan == 1 && figures.Contains(cell.Column);

    private static bool AreMostlyFigures(IReadOnlyList<TableCell> cells) => cells.Count(cell => !IsWords(cell)) * 5 >= cells.Count * 3;

    // One character is a figure or a mark that the page's reader took for a character: columns of dashes read as 一.
    private static bool IsWords(TableCell cell) => LabelText.HasHan(cell.Text) && cell.Text.Trim().Length > 1 && !ValueText.IsValue(cell.Text.Trim());

    /// <summary>
    /// Columns with several cells of their own, of which most that are written are no words: blank ones say nothing, and what stands
    /// before the words of its row is dirt, or of a label.
    /// </summary>
    private static HashSet<int> FigureColumns(Table table)
    {
        var words = table.Cells.Where(IsWords).ToLookup(cell => cell.Row, cell => cell.Column);
        bool Leads(TableCell cell) => words[cell.Row].Any() && words[cell.Row].Min() > cell.Column;
        return [.. table.Cells
            .Where(cell => cell.ColumnSpan == 1)
            .GroupBy(cell => cell.Column)
            .Where(column => column.Count() >= FewestCells && column.Where(cell => !cell.IsBlank).ToList() is var written
                && AreMostlyFigures(written) && written.Count(Leads) * 2 <= written.Count)
            .Select(column => column.Key)];
    }

    private static LineToken Token(TableCell cell, IReadOnlyList<TableCell> row)
    {
        var (text, mayBeTwo) = WrappedNumber.Read(cell, row);
        // One character is no label: on scans it is a figure or a mark that the page's reader took for a character.
        var isValue = ValueText.IsValue(text) || !LabelText.HasHan(text) || text.Length == 1;
        return Token(cell, text, mayBeTwo, isValue ? LineTokenKind.Value : LineTokenKind.Label);
    }

    private static LineToken Token(TableCell cell, IReadOnlyList<TableCell> row, LineTokenKind kind)
    {
        var (text, mayBeTwo) = WrappedNumber.Read(cell, row);
        return Token(cell, text, mayBeTwo, kind);
    }

    private static LineToken Token(TableCell cell, string text, bool mayBeTwo, LineTokenKind kind)
    {
        var read = text.Length > 0 ? kind : cell.HasUnreadInk ? LineTokenKind.Value : LineTokenKind.Blank;
        return new(read, new ValueToken(text, Locate(cell), cell) { MayBeTwo = mayBeTwo });
    }

    private static IReadOnlyList<Evidence> Locate(TableCell cell)
    {
        if (cell.Lines.Count > 0)
            return [.. cell.Lines.Select(line => line.Locate()).Distinct()];
        return [.. cell.Regions.Select(region => region.Locate())];
    }
}
