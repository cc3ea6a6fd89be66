using System.Text.RegularExpressions;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout;

/// <summary>Lines of a text or Markdown file: marks taken off, runs of tab or pipe lines taken together as delimited tables.</summary>
internal static partial class TextFileLayout
{
    /// <summary>No printed page holds more on a line, in em.</summary>
    private const double WidestPrinted = 75;

    /// <summary>Justified lines of one width differ by a few characters.</summary>
    private const double FullShare = 0.88;

    private const int FewestFullLines = 4;

    public static IEnumerable<Block> Of(ReadPage page)
    {
        var margin = RightMargin(page.Lines);
        for (var first = 0; first < page.Lines.Count;)
        {
            var table = page.Lines[first].AssignedTo;
            var run = page.Lines.Skip(first).TakeWhile(line => line.AssignedTo == table).ToList();
            foreach (var block in Of(run, margin))
                yield return block with { AssignedTo = table };
            first += run.Count;
        }
    }

    private static IEnumerable<Block> Of(IReadOnlyList<TextFileLine> lines, double margin)
    {
        var table = new List<LayoutLine.OfText>();
        var gap = 0;
        foreach (var source in lines)
        {
            if (string.IsNullOrWhiteSpace(source.Text))
            {
                // A line of tabs alone may be a row of blank cells; elsewhere a blank line is a gap.
                if (table.Count > 0 && source.Text.Contains('\t'))
                    table.Add(new(source.Number, 1, source.Text));
                gap++;
                continue;
            }

            if (CellDelimiter.IsRule(source.Text))
                continue;
            if (IsDelimited(source.Text))
            {
                table.Add(new(source.Number, 1, source.Text));
                continue;
            }

            foreach (var block in Close(table))
                yield return block;
            yield return Line(source, gap, margin);
            gap = 0;
        }

        foreach (var block in Close(table))
            yield return block;
    }

    private static bool IsDelimited(string text) =>
        text.Contains('\t') || CellDelimiter.PartsCells(text);

    private static Block.OfLine Line(TextFileLine source, int gap, double margin)
    {
        var match = Markup().Match(source.Text);
        var start = match.Length;
        var content = source.Text[start..].TrimEnd();
        var indent = source.Text.Length - source.Text.TrimStart().Length;
        return new(
            new LayoutLine.OfText(source.Number, start + 1, content),
            new LineLook
            {
                MarkupLevel = match.Groups["marks"].Length,
                HasGapAbove = gap > 0,
                BlankLinesAbove = gap,
                IndentInEm = indent,
                ReachesRightMargin = WidthInEm(source.Text.TrimEnd()) >= margin,
            });
    }

    /// <summary>
    /// Where a file breaks its lines at a width, a line of nearly that width goes on below; in em. Files with a line a
    /// paragraph have no such width.
    /// </summary>
    private static double RightMargin(IReadOnlyList<TextFileLine> lines)
    {
        var widths = lines.Where(line => !IsDelimited(line.Text)).Select(line => WidthInEm(line.Text.TrimEnd())).Where(width => width > 0).ToList();
        var widest = widths.DefaultIfEmpty().Max();
        var full = widths.Count(width => width >= widest * FullShare);
        return widest <= WidestPrinted && full >= FewestFullLines ? widest * FullShare : double.MaxValue;
    }

    private static double WidthInEm(string text) => text.Sum(character => HanSpacing.IsWide(character) ? 1 : 0.5);

    private static IEnumerable<Block> Close(List<LayoutLine.OfText> lines)
    {
        if (lines.Count == 0)
            return [];
        var sources = CellDelimiter.WithoutFrame([.. lines]);
        var rows = sources.Select(DelimitedRow.Split).ToList();
        var table = new Table
        {
            Kind = TableKind.Delimited,
            Rows = rows.Count,
            Columns = rows.Max(row => row.Count),
            Cells = [.. rows.SelectMany((row, index) => row.Select((cell, column) => new TableCell
            {
                Row = index, Column = column, Text = cell.Text, Lines = [cell],
            }))],
            Lines = sources,
        };
        lines.Clear();
        return [new Block.OfTable(table)];
    }

    // Heading marks, leading spaces (half- or full-width), and bold marks around the whole line.
    [GeneratedRegex(@"^\s*(?<marks>#{1,6}(?=\s))?\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();
}
