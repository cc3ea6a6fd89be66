using System.Text;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Tests.Check;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Export;

public sealed class RecordJsonTests
{
    internal static ReportRecord Sample() =>
        new RecordChecker(Calibration.Load(Repository.PathOf("models", "calibration.json"))).Check(
            SampleReports.Interpret(SampleReports.Figures(1), field => SampleReports.Scanned(field, 0.99, field.Printed!, "9")) with
            {
                Problems = [new("read", "low-resolution", 1, "100 dpi \"only\"")],
                Items = [new("several-reports", [1, 2], "two")],
                Variants = ["requests.other_processing"],
            },
            [SampleReports.Page(PageReading.Ocr)], [], SampleReports.Source, SampleReports.Engine);

    [Fact]
    public void A_record_that_was_read_back_is_written_to_the_same_bytes()
    {
        var bytes = RecordJson.Write(Sample());

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(RecordJson.Write(RecordJson.Read(bytes))));
    }

    [Fact]
    public void Characters_are_written_as_they_are_and_numbers_without_culture_or_exponent()
    {
        var field = new RecordField
        {
            State = FieldState.Printed, Value = new FieldValue.Words("𠮷林\u3000省\n\"\\\u0001"), Probability = 0.99998m,
            Evidence = [new Evidence.OnPage(2, new(10.04, -0.04, 30, 8.25))],
            Candidates = [new(new FieldValue.Number(1.500m), 0.0000012m)],
        };
        var bytes = RecordJson.Write(Sample() with { Fields = [KeyValuePair.Create("report.title", field)] });
        var text = Encoding.UTF8.GetString(bytes);

        Assert.NotEqual(0xEF, bytes[0]);
        Assert.Contains("\"value\": \"𠮷林\u3000省\\n\\\"\\\\\\u0001\"", text, StringComparison.Ordinal);
        Assert.Contains("\"box\": [10, 0, 30, 8.3]", text, StringComparison.Ordinal);
        Assert.Contains("{\"value\": 1.5, \"probability\": 0.000001}", text, StringComparison.Ordinal);
        Assert.Equal(field.Value, RecordJson.Read(bytes).Fields[0].Value.Value);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"schema\": \"govreport.record/2\"}")]
    [InlineData("{\"schema\": \"govreport.record/1\"}")]
    [InlineData("[")]
    public void Something_else_is_refused_as_data(string text) =>
        Assert.Throws<InvalidDataException>(() => RecordJson.Read(Encoding.UTF8.GetBytes(text)));
}
