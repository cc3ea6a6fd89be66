namespace GovReportIngest.Core.Document.Record;

/// <summary>Everything besides the source bytes that a record depends on; hashes are 12 hex digits, null where a part was not used.</summary>
public sealed record EngineVersions
{
    public required string Version { get; init; }

    /// <summary>Hash of the form definition that was chosen.</summary>
    public string? Form { get; init; }

    public string? HeadingsModel { get; init; }

    public string? DigitsModel { get; init; }

    public string? CalibrationModel { get; init; }

    public string? Tesseract { get; init; }

    public string? Leptonica { get; init; }

    public string? Poppler { get; init; }

    public string? Traineddata { get; init; }
}
