using GovReportIngest.Core.Document.Record;
using GovReportIngest.Reading;

namespace GovReportIngest.Cli.Ingest;

/// <summary>The versions that a run's records depend on.</summary>
internal static class Engines
{
    public static EngineVersions Current()
    {
        var native = NativeVersions.Found;
        return new()
        {
            Version = Installation.Version,
            HeadingsModel = Installation.Headings.Hash,
            DigitsModel = ReadingModels.DigitsHash(),
            CalibrationModel = Installation.Calibration.Hash,
            Tesseract = native.Tesseract,
            Leptonica = native.Leptonica,
            Poppler = native.Poppler,
            Traineddata = native.Traineddata,
        };
    }
}
