using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Tests.Check;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Export;

public sealed class GroundsJsonTests
{
    private const string Upheld = "review_litigation.review.upheld";

    private static ReportRecord Record(PageReading reading) =>
        new RecordChecker(Calibration.Load(Repository.PathOf("models", "calibration.json"))).Check(
            SampleReports.Interpret(SampleReports.Figures(1), field => field.Path == Upheld && reading is PageReading.Ocr
                ? SampleReports.Scanned(field, 0.6, field.Printed!, "7777") with { Grounds = ["label-loose"] } : field),
            [SampleReports.Page(reading)], [], SampleReports.Source, SampleReports.Engine);

    [Fact]
    public void Every_scanned_field_has_a_line_that_says_what_speaks_against_it()
    {
        var line = Assert.Single(GroundsJson.Write(Record(PageReading.Ocr)).Split('\n', StringSplitOptions.RemoveEmptyEntries));

        var read = GroundsJson.Read(line);
        Assert.Equal((Upheld, 1, FieldState.Printed, true), (read.Path, read.Part, read.State, read.IsOpen));
        Assert.Equal("number", read.Grounds.Kind);
        Assert.Superset(new HashSet<string> { "label-loose", "readers-differ", "readers-disagree", "joint-below-0.9", "few-readers", "one-identity-at-most" }, read.Grounds.Against.ToHashSet());
        Assert.DoesNotContain("no-identity-holds", read.Grounds.Against);
        Assert.Equal(line + '\n', GroundsJson.Line(read));
    }

    [Fact]
    public void Fields_of_text_have_none() => Assert.Empty(GroundsJson.Write(Record(PageReading.Text)));

    [Fact]
    public void A_broken_line_is_refused() => Assert.Throws<InvalidDataException>(() => GroundsJson.Read("{\"document\": 1}"));
}
