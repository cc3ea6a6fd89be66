using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Series;

namespace GovReportIngest.TestKit;

/// <summary>Takes a report as text through Layout, Interpret and Check in memory, as the pipeline does.</summary>
public static class TextReports
{
    private static readonly Lazy<FormLibrary> Library = new(() => FormLibrary.Load(Repository.PathOf("models", "forms")));

    private static readonly Lazy<RecordChecker> Checker = new(() => new(Calibration.Load(Repository.PathOf("models", "calibration.json"))));

    private static readonly Lazy<OutlineBuilder> Builder = new(() => new(HeadingModel.Load(Repository.PathOf("models", "headings.json"))));

    /// <summary>With the model of this repository.</summary>
    public static OutlineBuilder Outlines => Builder.Value;

    public static FormLibrary Forms => Library.Value;

    public static ConceptCatalogue Concepts { get; } = ConceptCatalogue.Load(Repository.PathOf("models", "concepts.yaml"), Library.Value);

    public static ReadPage PageOf(string text) => new()
    {
        Number = 1,
        SourcePage = 1,
        Reading = PageReading.Text,
        Why = "text-file",
        Lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new TextFileLine(index + 1, line))],
    };

    public static ReportRecord Ingest(string text) => Ingest(text, Library.Value);

    /// <summary>Of the first report in the text.</summary>
    public static ReportRecord Ingest(string text, FormLibrary forms) => IngestAll(PageOf(text), forms)[0];

    /// <summary>The records of all reports that stand in the text.</summary>
    public static IReadOnlyList<ReportRecord> IngestAll(string text) => IngestAll(PageOf(text), Library.Value);

    public static IReadOnlyList<ReportRecord> IngestAll(params ReadPage[] pages) => IngestAll(pages, Library.Value);

    private static IReadOnlyList<ReportRecord> IngestAll(ReadPage page, FormLibrary forms) => IngestAll([page], forms);

    private static IReadOnlyList<ReportRecord> IngestAll(IReadOnlyList<ReadPage> pages, FormLibrary forms)
    {
        var parts = new ReportParting(new FormMatcher(forms)).Part(new LayoutAnalyzer().Analyze(pages), pages);
        return [.. parts.Select((part, index) =>
        {
            var report = part.WithDoubts(new ReportInterpreter(Outlines).Interpret(part.Layout, part.Match, new Dictionary<string, CellReading>()));
            return Checker.Value.Check(
                report, part.Pages, [],
                new("test.txt", null, new('0', 64), "text/plain", 1, index + 1, parts.Count), new() { Version = "test" });
        })];
    }

    /// <summary>All headings in document order as <c>level title</c>.</summary>
    public static IEnumerable<string> HeadingsOf(IEnumerable<OutlineNode> nodes) =>
        nodes.SelectMany(node => HeadingsOf(node.Children).Prepend($"{node.Level} {node.Title}"));
}
