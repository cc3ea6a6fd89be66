using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Check;

/// <summary>What of a record matters to other years of the same agency.</summary>
/// <param name="Name">Path of the record below the folder of all.</param>
public sealed record YearReport(
    string Name, string Agency, int Year, string FormId, IReadOnlyList<string> Variants, IReadOnlyDictionary<string, RecordField> Fields)
{
    /// <summary>Null where agency, year or form are not known.</summary>
    public static YearReport? Of(string name, ReportRecord record)
    {
        var fields = record.Fields.ToDictionary(StringComparer.Ordinal);
        return record.Form is { } form && Text(ReportPaths.Agency) is { } agency && int.TryParse(Text(ReportPaths.Year), out var year)
            ? new(name, agency, year, form.Id, form.Variants, fields) : null;

        string? Text(string path) => fields.GetValueOrDefault(path)?.Value switch
        {
            FieldValue.Words(var text) => text,
            FieldValue.Number(var amount) => FormattableString.Invariant($"{amount:0}"),
            _ => null,
        };
    }
}
