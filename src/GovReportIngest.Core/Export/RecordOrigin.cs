using System.Globalization;
using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Core.Export;

/// <summary>What a record came from, for people: source, form, program, models and libraries with their hashes.</summary>
public static class RecordOrigin
{
    public static IReadOnlyList<(string Name, string Value)> Of(RecordVersion? version, ReportRecord record, Tongue tongue)
    {
        var (source, engine) = (record.Source, record.Engine);
        return [.. new (string Name, string? Value)[]
        {
            (tongue["Source", "原件"], source.Parts > 1 ? string.Create(CultureInfo.InvariantCulture, $"{source.Path} #{source.Part}/{source.Parts}") : source.Path),
            (tongue["SHA-256 of the source", "原件 SHA-256"], source.Sha256),
            (tongue["Id in the store", "编号"], version?.Id),
            (tongue["Version", "版本"], version?.Version.ToString(CultureInfo.InvariantCulture)),
            (tongue["Last decision", "最后一次复核"], version is { Decision: > 0 } ? version.Decision.ToString(CultureInfo.InvariantCulture) : null),
            (tongue["Outcome", "结果"], DocumentStateWords.Of(Codes.Of(record.Outcome), tongue)),
            (tongue["Form", "表式"], record.Form is { } form ? $"{string.Join(", ", form.Variants.Prepend(form.Id))} ({engine.Form})" : null),
            (tongue["Program", "程序"], $"govreport {engine.Version}"),
            (tongue["Model of headings", "标题模型"], engine.HeadingsModel),
            (tongue["Model of digits", "数字模型"], engine.DigitsModel),
            (tongue["Calibration", "校准"], engine.CalibrationModel),
            ("Tesseract", engine.Tesseract),
            (tongue["Language data", "语言数据"], engine.Traineddata),
            ("Leptonica", engine.Leptonica),
            ("Poppler", engine.Poppler),
        }.Concat((version?.Catalogued?.Members ?? []).Select(member => (Name: tongue[$"Catalogue: {member.Code.Replace('_', ' ')}", $"目录著录：{CatalogueEntry.ChineseOf(member.Code)}"], member.Value))).Where(line => line.Value is { Length: > 0 }).Select(line => (line.Name, line.Value!))];
    }
}
