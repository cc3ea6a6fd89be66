using System.Text;

namespace GovReportIngest.Cli.Ingest;

/// <summary>Lays rows out in columns for a terminal; East Asian wide characters take two places.</summary>
internal static class TextColumns
{
    /// <summary>Columns named in <paramref name="numeric"/> are set flush right.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlySet<int> numeric)
    {
        var widths = headings.Select((heading, column) =>
            rows.Select(row => Width(row[column])).Append(Width(heading)).Max()).ToArray();
        Line(output, headings, widths, numeric);
        output.WriteLine(string.Join("  ", widths.Select(width => new string('─', width))));
        foreach (var row in rows)
            Line(output, row, widths, numeric);
    }

    /// <summary>Terminal places of a text (Unicode East Asian Width W and F count two).</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune) ? 2 : 1);

    private static void Line(TextWriter output, IReadOnlyList<string> cells, int[] widths, IReadOnlySet<int> numeric)
    {
        var line = new StringBuilder();
        for (var column = 0; column < cells.Count; column++)
        {
            var padding = new string(' ', widths[column] - Width(cells[column]));
            line.Append(column > 0 ? "  " : "")
                .Append(numeric.Contains(column) ? padding + cells[column] : cells[column] + padding);
        }

        output.WriteLine(line.ToString().TrimEnd());
    }

    private static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or
        (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or
        (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
