using System.Globalization;
using System.Text;

namespace GovReportIngest.Core.Export;

/// <summary>
/// Writes CSV (RFC 4180, UTF-8). With <paramref name="excelSafe"/> it begins with a byte order mark, and a text that a spreadsheet
/// would run as a formula gets an apostrophe in front.
/// </summary>
public sealed class CsvText(bool excelSafe)
{
    private readonly StringBuilder text = new();

    /// <summary>Ends the line.</summary>
    public void Row(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            var cell = Safe(cells[i]);
            if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0)
                text.Append(cell);
            else
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        text.Append("\r\n");
    }

    internal void EmptyLine() => text.Append("\r\n");

    /// <param name="isFirst">Whether a file begins with it.</param>
    public byte[] ToUtf8(bool isFirst = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return excelSafe && isFirst ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes;
    }

    private string Safe(string cell) =>
        excelSafe && cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal) && !IsNumber(cell) ? "'" + cell : cell;

    private static bool IsNumber(string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
