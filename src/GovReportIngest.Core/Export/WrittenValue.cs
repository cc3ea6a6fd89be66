using System.Diagnostics;
using System.Globalization;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>Values as records, tables and stores write them.</summary>
public static class WrittenValue
{
    /// <summary>A point for decimals, no trailing zeros, never an exponent.</summary>
    public static string Of(decimal number) => decimal.IsInteger(number) && Math.Abs(number) < long.MaxValue
        ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Of(FieldValue value) => value switch
    {
        FieldValue.Number(var amount) => Of(amount),
        FieldValue.Words(var words) => words,
        _ => throw new UnreachableException(),
    };
}
