using GovReportIngest.Core.Evaluate;

namespace GovReportIngest.Core.Tests.Evaluate;

public sealed class CalibrationScoreTests
{
    private static TrustedDocument Document(params (decimal Probability, bool IsExact, int Count)[] fields) =>
        new([.. fields.SelectMany(field => Enumerable.Repeat((field.Probability, field.IsExact), field.Count))], fields.Sum(field => field.Count), 0, 0);

    [Fact]
    public void Probabilities_that_come_true_have_no_calibration_error()
    {
        var score = CalibrationScore.Of("a", [Document((0.8m, true, 80), (0.8m, false, 20))]);

        Assert.Equal(100, score.Doubtful);
        Assert.Equal(10, score.Bins.Count);
        Assert.All(score.Bins, bin => Assert.Equal(10, bin.Fields));
        Assert.Equal(score.BaseLogLoss, score.LogLoss);
    }

    [Fact]
    public void The_calibration_error_is_what_was_said_too_much_and_counts_doubtful_fields_alone()
    {
        var score = CalibrationScore.Of("a", [Document((0.9m, false, 10), (0.999m, false, 100))]);

        Assert.Equal(10, score.Doubtful);
        Assert.Equal(0.9m, score.CalibrationError);
    }

    [Fact]
    public void Log_loss_is_the_mean_surprise_in_nats()
    {
        var score = CalibrationScore.Of("a", [Document((0.9m, true, 1), (0.2m, false, 1))]);

        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.8)) / 2, (double)score.LogLoss, 6);
        Assert.Equal(Math.Log(2), (double)score.BaseLogLoss, 6);
    }

    [Fact]
    public void Silent_errors_are_counted_and_bounded_by_the_greater_of_both_bounds()
    {
        var clean = CalibrationScore.Of("a", [new([(0.999m, true)], 6000, 0, 3)]);
        var spoilt = CalibrationScore.Of("a", [new([], 1000, 0, 0), new([], 1000, 4, 0), new([], 1000, 0, 0)]);

        Assert.Equal((0, 3, 0.000499m), (clean.SilentWrong, clean.Flagged, Math.Round(clean.SilentBound, 6)));
        Assert.True(spoilt.SilentBound >= ErrorBound.ByDocument([(0, 1000), (4, 1000), (0, 1000)]));
        Assert.Null(spoilt.CalibrationError);
        Assert.Contains("1 in 2003", CalibrationText.ToPlainText([clean]), StringComparison.Ordinal);
    }
}
