using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Rows;

namespace GovReportIngest.Core.Review;

/// <summary>What a person typed as the characters of a field, read as the machine reads those of a page.</summary>
public static class TypedValue
{
    /// <returns>Unreadable where the characters are no value of the field's type.</returns>
    public static (FieldState State, FieldValue? Value) Read(FormDefinition? form, string path, string text)
    {
        var typed = text.Trim();
        if (!ReportPaths.Has(path))
            return ValueText.Parse(typed, form is null ? new() { Key = "", Label = "", Type = FieldType.Decimal } : FormFields.ColumnOf(form, path));
        if (typed.Length == 0)
            return (FieldState.Missing, null);
        if (path == ReportPaths.Period)
            return IsPeriod(typed) ? (FieldState.Printed, new FieldValue.Words(typed)) : (FieldState.Unreadable, null);
        if (path != ReportPaths.Year)
            return (FieldState.Printed, new FieldValue.Words(typed));
        return int.TryParse(ValueText.Fold(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and < 2100
            ? (FieldState.Printed, new FieldValue.Number(year)) : (FieldState.Unreadable, null);
    }

    /// <summary>Two days as records write them: <c>2020-01-01/2020-12-31</c>.</summary>
    private static bool IsPeriod(string typed) => typed.Split('/') is [var from, var to]
        && DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && first <= last;
}
