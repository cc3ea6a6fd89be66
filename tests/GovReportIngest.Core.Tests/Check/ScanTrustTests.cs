using System.Text.Json.Nodes;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Check;

public sealed class ScanTrustTests : IDisposable
{
    private const string Upheld = "review_litigation.review.upheld";

    private readonly string file = Path.GetTempFileName();

    private static readonly ScanTrust Trust = new()
    {
        OpenBelow = 0.99m,
        Kinds = new Dictionary<string, decimal> { ["number"] = 8 },
        Against = new Dictionary<string, decimal> { ["few-readers"] = 1, ["one-identity-at-most"] = 0, ["label-loose"] = 6 },
    };

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Every_ground_takes_its_weight_from_the_log_odds_and_an_unknown_one_leaves_no_probability()
    {
        Assert.Equal(1 / (1 + Math.Exp(-8)), (double)Trust.Of(new("number", []))!.Value, 9);
        Assert.Equal(1 / (1 + Math.Exp(-1)), (double)Trust.Of(new("number", ["few-readers", "label-loose"]))!.Value, 9);
        Assert.Null(Trust.Of(new("number", ["never-seen"])));
        Assert.Null(Trust.Of(new("never-seen", [])));
    }

    [Theory]
    [InlineData(null, ReviewState.None)]
    [InlineData("label-loose", ReviewState.Open)]
    [InlineData("never-seen", ReviewState.Open)]
    public void A_scanned_field_is_open_where_its_grounds_leave_too_little_trust(string? ground, ReviewState review)
    {
        var calibration = Calibration.Load(Repository.PathOf("models", "calibration.json")) with { Scans = Trust };
        var record = new RecordChecker(calibration).Check(
            SampleReports.Interpret(SampleReports.Figures(1), field => field.Path == Upheld
                ? SampleReports.Scanned(field, 0.99999) with { Grounds = ground is null ? [] : [ground] } : field),
            [SampleReports.Page(PageReading.Ocr)], [], SampleReports.Source, SampleReports.Engine);

        var field = record.Fields.Single(field => field.Key == Upheld).Value;
        Assert.Equal(review, field.Review);
        Assert.Equal(ground is null ? 0.999089m : ground == "never-seen" ? ScanTrust.Unjudged : 0.731059m, field.Probability);
    }

    [Fact]
    public void A_ground_that_would_raise_the_probability_is_refused()
    {
        var calibration = JsonNode.Parse(File.ReadAllBytes(Repository.PathOf("models", "calibration.json")))!;
        calibration["scans"] = JsonNode.Parse("""{"openBelow": 0.99, "kinds": {}, "against": {"pale-ink": -1}}""");
        File.WriteAllText(file, calibration.ToJsonString());

        var error = Assert.Throws<InvalidDataException>(() => Calibration.Load(file));

        Assert.Contains("pale-ink", error.Message, StringComparison.Ordinal);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }
}
