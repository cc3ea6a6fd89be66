using GovReportIngest.Core;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Worker;

namespace GovReportIngest.Cli.Ingest;

/// <summary>The journey as this program makes it, and the workers it takes.</summary>
internal static class Pipelines
{
    public static IngestPipeline Create(IDocumentReader reader, FormLibrary forms, EngineVersions engine) => new(
        reader, new LayoutAnalyzer(), new FormMatcher(forms), new ReportInterpreter(new OutlineBuilder(Installation.Headings)),
        new RecordChecker(Installation.Calibration), engine);

    public static WorkerOptions WorkersOf(IngestSettings settings) => new()
    {
        Command = [.. Installation.Command, "worker"],
        Workers = settings.Workers,
        PageCpu = settings.PageCpu,
        DataBytes = settings.WorkerBytes,
        // The rest is for native code, which holds the images.
        ManagedHeapBytes = settings.WorkerBytes * 3 / 8,
    };
}
