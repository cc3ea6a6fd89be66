using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Export;

/// <summary>
/// Wide CSV: one row a report, and two columns a field, its value and its state. The value is empty unless the state is <c>printed</c>, so that
/// a column of numbers holds nothing else. Records without a form have their facts alone: where their other fields belong is not known.
/// </summary>
public sealed class WideCsv
{
    private const string StateSuffix = ".state";

    private static readonly string[] About =
    [
        "id", "version", "decision", "source", "part", "sha256", "form", "variants", "outcome", "open", "findings", "open_fields",
        "program", "form_hash", "models_hash", .. CatalogueEntry.Codes.Select(code => $"archive.{code}"),
    ];

    private readonly bool excelSafe;
    private readonly string[] paths;

    /// <param name="forms">Those of the records; their fields are the columns, fields of the same path are one.</param>
    /// <param name="excelSafe">See <see cref="CsvText"/>.</param>
    public WideCsv(IReadOnlyList<FormDefinition> forms, bool excelSafe = false) => (this.excelSafe, paths) =
        (excelSafe, [.. FactWords.Paths, .. forms.SelectMany(FormSheet.OfAllVariants).SelectMany(sheet => sheet.Paths).Distinct()]);

    /// <summary>The first line, with the byte order mark where there is one.</summary>
    public byte[] Head()
    {
        var text = new CsvText(excelSafe);
        text.Row([.. About, .. paths.SelectMany(path => (string[])[path, path + StateSuffix])]);
        return text.ToUtf8(isFirst: true);
    }

    public byte[] Row(RecordVersion version, ReportRecord record)
    {
        var fields = record.Fields.Where(field => record.Form is not null || FactWords.Paths.Contains(field.Key)).ToDictionary(StringComparer.Ordinal);
        var text = new CsvText(excelSafe);
        text.Row([.. CellsAbout(version, record), .. paths.SelectMany(path => CellsOf(fields.GetValueOrDefault(path)))]);
        return text.ToUtf8();
    }

    private static string[] CellsOf(RecordField? field) => field is null ? ["", ""] : [field.Value is { } value ? WrittenValue.Of(value) : "", Codes.Of(field.State)];

    private static string[] CellsAbout(RecordVersion version, ReportRecord record)
    {
        var summary = SummaryEntry.Of(record, null);
        return [
            version.Id, WrittenValue.Of(version.Version), WrittenValue.Of(version.Decision), record.Source.Path, WrittenValue.Of(record.Source.Part), record.Source.Sha256,
            record.Form?.Id ?? "", string.Join(' ', record.Form?.Variants ?? []), Codes.Of(record.Outcome),
            WrittenValue.Of(summary.Open), WrittenValue.Of(summary.Findings),
            string.Join(' ', record.Fields.Where(field => field.Value.Review is ReviewState.Open).Select(field => field.Key)),
            record.Engine.Version, record.Engine.Form ?? "", string.Join(' ', ModelsOf(record.Engine)),
            .. CatalogueEntry.Codes.Select((_, index) => version.Catalogued?.Members.ElementAt(index).Value ?? ""),
        ];
    }

    private static IEnumerable<string> ModelsOf(EngineVersions engine) =>
        ((string?[])[engine.HeadingsModel, engine.DigitsModel, engine.CalibrationModel]).OfType<string>();
}
