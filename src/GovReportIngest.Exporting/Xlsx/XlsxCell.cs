using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>What stands in a cell. A text is always written as one: no spreadsheet runs it.</summary>
/// <param name="Value">Null for an empty cell.</param>
/// <param name="Look">How it looks.</param>
/// <param name="RowSpan">Rows that it covers, from its own downwards; 0 means 1.</param>
/// <param name="ColumnSpan">Columns that it covers, from its own to the right; 0 means 1.</param>
internal readonly record struct XlsxCell(FieldValue? Value, Look Look, int RowSpan = 1, int ColumnSpan = 1)
{
    /// <summary>Begin of what spreadsheets run when a person types or edits it.</summary>
    private const string FormulaBegins = "=+-@＝＋－＠\t\r\n";

    public static XlsxCell Of(string? text, Look look = default) => text is null or "" ? new(null, look) : new(
        new FieldValue.Words(text), FormulaBegins.Contains(text[0], StringComparison.Ordinal) ? look with { IsLiteral = true } : look);

    public static XlsxCell Of(decimal? number, Look look = default) => new(number is { } known ? new FieldValue.Number(known) : null, look);
}
