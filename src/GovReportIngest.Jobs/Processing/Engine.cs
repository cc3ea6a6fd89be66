using GovReportIngest.Core;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading;

namespace GovReportIngest.Jobs.Processing;

/// <summary>What the records of this program depend on, forms, models and libraries; and the journey that is made of them.</summary>
public sealed class Engine
{
    private readonly FormLibrary forms;

    private Engine(FormLibrary forms, EngineVersions versions) => (this.forms, Versions) = (forms, versions);

    public EngineVersions Versions { get; }

    /// <summary>Of the form definitions in force.</summary>
    public IReadOnlyList<string> FormHashes => [.. forms.Forms.Select(form => form.Hash)];

    /// <exception cref="FormFileException">A form definition is wrong.</exception>
    /// <exception cref="InvalidDataException">A model is missing or damaged.</exception>
    public static Engine Load() => Load(Installation.LoadedForms.Value);

    /// <summary>The same with other forms than those in force.</summary>
    public static Engine Load(FormLibrary forms)
    {
        var native = NativeVersions.Found;
        return new(forms, new()
        {
            Version = Installation.Version,
            HeadingsModel = Installation.Headings.Hash,
            DigitsModel = ReadingModels.DigitsHash(),
            CalibrationModel = Installation.Calibration.Hash,
            Tesseract = native.Tesseract,
            Leptonica = native.Leptonica,
            Poppler = native.Poppler,
            Traineddata = native.Traineddata,
        });
    }

    public IngestPipeline CreatePipeline(IDocumentReader reader) => new(
        reader, new LayoutAnalyzer(), new FormMatcher(forms), new ReportInterpreter(new OutlineBuilder(Installation.Headings)),
        new RecordChecker(Installation.Calibration), Versions);
}
