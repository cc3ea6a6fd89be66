using System.Globalization;
using GovReportIngest.Cli.Estimate;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Tests.Estimate;

public sealed class ProjectionTests
{
    [Fact]
    public void A_stratum_costs_its_documents_times_the_mean_of_its_sample()
    {
        var forecast = Projection.Of([Stratum("pdf", 10, 100), Stratum("text", 1000, 1)], [Cost(0, 4), Cost(0, 6), Cost(1, 0.01m), Cost(1, 0.03m)]);

        Assert.Equal(10 * 5 + 1000 * 0.02m, forecast.CpuSeconds.Likely);
        Assert.Equal((1010, 2000L, 4), (forecast.Documents, forecast.Bytes, forecast.Sampled));
        Assert.Equal(["pdf 50", "text 20.00"], forecast.Kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Kind} {kind.CpuSeconds}")));
        Assert.Equal((3030m, 1010m, 2020m), (forecast.Pages, forecast.DocumentsToReview, forecast.FieldsToReview));
        Assert.False(forecast.IsLowerBound);
    }

    [Fact]
    public void Nothing_is_uncertain_where_every_document_was_read()
    {
        var forecast = Projection.Of([Stratum("pdf", 2, 100)], [Cost(0, 1), Cost(0, 100)]);

        Assert.Equal(new Interval(101, 101, 101), forecast.CpuSeconds);
    }

    [Fact]
    public void The_range_is_wide_where_few_documents_tell_the_spread_and_two_standard_errors_where_many_do()
    {
        // s² = 2, N = 100, n = 2: variance of the total = 100² · 0.98 · 2 / 2 = 9800; t for one degree of freedom is 12.7.
        var few = Projection.Of([Stratum("pdf", 100, 100)], [Cost(0, 4), Cost(0, 6)]);
        // s² = 1.0256, N = 1000, n = 40: variance = 1000² · 0.96 · 1.0256 / 40 = 24615.
        var many = Projection.Of([Stratum("pdf", 1000, 100)], [.. Enumerable.Range(0, 40).Select(i => Cost(0, 4 + 2 * (i % 2)))]);

        Assert.Equal((500m, 5000m), (few.CpuSeconds.Likely, many.CpuSeconds.Likely));
        Assert.Equal(500 + 12.7m * (decimal)Math.Sqrt(9800), few.CpuSeconds.High, 3);
        Assert.Equal(5000 + 2 * (decimal)Math.Sqrt(1_000_000 * 0.96 * (40.0 / 39) / 40), many.CpuSeconds.High, 3);
        Assert.Equal(10, few.CpuSeconds.Low);
        Assert.Equal(10_000 - many.CpuSeconds.High, many.CpuSeconds.Low, 3);
    }

    [Fact]
    public void One_sampled_document_alone_leaves_a_wide_range()
    {
        var forecast = Projection.Of([Stratum("pdf", 1000, 100)], [Cost(0, 5)]);

        Assert.Equal(5000, forecast.CpuSeconds.Likely);
        Assert.InRange(forecast.CpuSeconds.High, 9900, 10_000);
        Assert.Equal(5, forecast.CpuSeconds.Low);
    }

    [Fact]
    public void A_stratum_that_never_came_to_its_turn_counts_by_its_bytes_and_makes_a_lower_bound()
    {
        var forecast = Projection.Of([Stratum("pdf", 10, 100), Stratum("pdf", 10, 300), Stratum("text", 10, 100)], [Cost(0, 2), Cost(0, 2), Cost(2, 50), Cost(2, 50)]);

        Assert.Equal(20 + 60 + 500, forecast.CpuSeconds.Likely);
        Assert.True(forecast.IsLowerBound);
        Assert.Equal(580 + 2 * 60, forecast.CpuSeconds.High);
    }

    [Fact]
    public void A_document_that_was_cut_off_makes_a_lower_bound() =>
        Assert.True(Projection.Of([Stratum("pdf", 1, 100)], [Cost(0, 200) with { IsCutOff = true }]).IsLowerBound);

    [Theory]
    [InlineData(3600, 1, 1)]
    [InlineData(3601, 1, 2)]
    [InlineData(360_000, 8, 13)]
    [InlineData(1, 8, 1)]
    public void Cores_are_enough_for_the_upper_end_of_the_range(int seconds, int hours, int cores) =>
        Assert.Equal(cores, Projection.Of([Stratum("pdf", 1, 1)], [Cost(0, seconds)]).CoresFor(hours));

    [Fact]
    public void Json_and_words_say_the_same()
    {
        var forecast = Projection.Of([Stratum("images", 12_000, 3_000_000)], [Cost(0, 7.2m), Cost(0, 7.2m)]);
        using var words = new StringWriter();
        using var chinese = new StringWriter();

        new EstimateText(words, new Tongue(isChinese: false)).Write(forecast, 2, TimeSpan.FromSeconds(15));
        new EstimateText(chinese, new Tongue(isChinese: true)).Write(forecast, 2, TimeSpan.FromSeconds(15));
        var json = System.Text.Json.JsonDocument.Parse(EstimateJson.Write(forecast, 2)).RootElement;

        Assert.Contains("24.0 h of processor time", words.ToString(), StringComparison.Ordinal);
        Assert.Contains("With 2 workers here: 12.0 h", words.ToString(), StringComparison.Ordinal);
        Assert.Contains("night of 8 hours: 3; for one hour: 24", words.ToString(), StringComparison.Ordinal);
        Assert.Contains("12.0 小时", chinese.ToString(), StringComparison.Ordinal);
        Assert.Contains("36.0 GB", chinese.ToString(), StringComparison.Ordinal);
        Assert.Equal(("govreport.estimate/1", 12m, 3, 24), (
            json.GetProperty("schema").GetString(), json.GetProperty("hours").GetProperty("likely").GetDecimal(),
            json.GetProperty("coresForEightHours").GetInt32(), json.GetProperty("coresForOneHour").GetInt32()));
    }

    private static SampledCost Cost(int stratum, decimal seconds) => new(stratum, seconds, Pages: 3, RecordBytes: 100, NeedsReview: true, FieldsOpen: 2, IsCutOff: false);

    private static Stratum Stratum(string kind, int documents, long bytes) =>
        new(kind, [.. Enumerable.Range(0, documents).Select(i => new SizedEntry(new($"{i}", [$"/{i}"], false), bytes))]);
}
