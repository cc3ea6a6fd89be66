using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Storage.Documents;

/// <summary>What a record depends on, as the rows hold it: <c>name=value</c> parted by spaces; what was not used is left out.</summary>
public static class EngineText
{
    public static string Of(EngineVersions engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        (string Name, string? Value)[] parts =
        [
            ("version", engine.Version), ("form", engine.Form), ("headings", engine.HeadingsModel), ("digits", engine.DigitsModel),
            ("calibration", engine.CalibrationModel), ("tesseract", engine.Tesseract), ("leptonica", engine.Leptonica), ("poppler", engine.Poppler),
            ("traineddata", engine.Traineddata),
        ];
        return string.Join(' ', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={part.Value}"));
    }

    public static EngineVersions Parse(string text)
    {
        var parts = text.Split(' ').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        return new()
        {
            Version = parts["version"],
            Form = parts.GetValueOrDefault("form"),
            HeadingsModel = parts.GetValueOrDefault("headings"),
            DigitsModel = parts.GetValueOrDefault("digits"),
            CalibrationModel = parts.GetValueOrDefault("calibration"),
            Tesseract = parts.GetValueOrDefault("tesseract"),
            Leptonica = parts.GetValueOrDefault("leptonica"),
            Poppler = parts.GetValueOrDefault("poppler"),
            Traineddata = parts.GetValueOrDefault("traineddata"),
        };
    }
}
