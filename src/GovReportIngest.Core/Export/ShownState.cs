using System.Diagnostics;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>
/// A field as exports for people show it: the value, or a mark that tells why there is none. No mark is a number, so that nothing sums it up.
/// </summary>
public static class ShownState
{
    public const string Missing = "×";

    public const string Unreadable = "?";

    /// <summary>Where a placeholder's characters were not kept.</summary>
    private const string Placeholder = "—";

    public static string Of(RecordField field) => field.State switch
    {
        FieldState.Printed => field.Value is { } value ? WrittenValue.Of(value) : field.Printed ?? "",
        FieldState.Blank => "",
        FieldState.Placeholder => field.Printed is { Length: > 0 } printed ? printed : Placeholder,
        FieldState.Missing => Missing,
        FieldState.Unreadable => Unreadable,
        _ => throw new UnreachableException(),
    };
}
