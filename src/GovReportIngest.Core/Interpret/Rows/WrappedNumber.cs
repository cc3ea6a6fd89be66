using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Digits on several lines of one cell are a wrapped number, or those of two rows. They are one number for certain where thousands
/// show that it goes on, or where the row's other figures stand on one line, in the middle of these.
/// </summary>
internal static class WrappedNumber
{
    /// <summary>How far the figures of a row may be from the middle of the lines, in heights of a line.</summary>
    private const double FromMiddle = 0.25;

    private const int FewestBeside = 2;

    /// <summary>The cell's characters, where a number that goes on in the next line has no space; and whether nothing shows that its digits are one number.</summary>
    /// <param name="row">All cells that begin in its row.</param>
    public static (string Text, bool MayBeTwo) Read(TableCell cell, IReadOnlyList<TableCell> row)
    {
        var parts = cell.Lines.Where(line => line.Text.Any(char.IsDigit)).Select(line => line.Text.Trim()).ToList();
        if (parts.Count < 2)
            return (cell.Text.Trim(), false);
        var isOne = ValueText.GoesOn(parts) || (parts.Count == cell.Lines.Count && FillsLines(parts) && StandsAroundMiddle(cell, row));
        return (isOne ? string.Concat(cell.Lines.Select(line => line.Text.Trim())) : cell.Text.Trim(), !isOne);
    }

    /// <summary>Digits that fill each line but the last.</summary>
    private static bool FillsLines(List<string> parts) => ValueText.IsPlainNumber(string.Concat(parts))
        && parts.SkipLast(1).All(part => part.Length == parts[0].Length) && parts[^1].Length <= parts[0].Length;

    private static bool StandsAroundMiddle(TableCell cell, IReadOnlyList<TableCell> row)
    {
        if (BoxOf(cell) is not { } box)
            return false;
        var beside = row.Where(other => other != cell && other.Lines.Count == 1 && ValueText.IsPlainNumber(other.Text.Trim())).Select(BoxOf).OfType<Box>().ToList();
        return beside.Count >= FewestBeside && beside.TrueForAll(other => Math.Abs(other.CentreY - box.CentreY) <= FromMiddle * other.Height);
    }

    /// <summary>Around the lines of a cell, of one page.</summary>
    private static Box? BoxOf(TableCell cell) => cell.Lines.All(line => line is LayoutLine.OfPage && line.Page == cell.Lines[0].Page)
        ? cell.Lines.Cast<LayoutLine.OfPage>().Select(line => line.Box).Aggregate((all, next) => all.Union(next)) : null;
}
