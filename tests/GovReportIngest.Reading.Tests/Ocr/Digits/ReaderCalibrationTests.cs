using System.Text.Json;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class ReaderCalibrationTests
{
    private static ReaderCalibration Of(params (string Agreement, long Right, long Cells)[] counts) =>
        new(counts.ToDictionary(count => Agreement.Parse(count.Agreement), count => new AgreementCount(count.Right, count.Cells)));

    [Fact]
    public void A_measured_agreement_has_its_rate_and_is_never_certain() =>
        Assert.Equal(1001.0 / 1002, Of(("5220", 1000, 1000)).Of(Agreement.Parse("5220")), 12);

    [Fact]
    public void More_agreement_than_was_measured_is_at_least_as_sure() =>
        Assert.Equal(1001.0 / 1002, Of(("3220", 1000, 1000)).Of(Agreement.Parse("5220")), 12);

    [Fact]
    public void Less_agreement_than_was_measured_gains_nothing_from_it() =>
        Assert.True(Of(("5220", 1000, 1000)).Of(Agreement.Parse("3220")) < 0.5);

    [Fact]
    public void A_rare_agreement_leans_on_weaker_ones_that_were_measured_oftener() =>
        Assert.Equal(1021.0 / 1022, Of(("3220", 1000, 1000), ("5220", 20, 20)).Of(Agreement.Parse("5220")), 12);

    [Fact]
    public void Errors_of_weaker_agreements_do_not_lower_a_stronger_one() =>
        Assert.Equal(1001.0 / 1002, Of(("2220", 50, 100), ("5220", 1000, 1000)).Of(Agreement.Parse("5220")), 12);

    [Fact]
    public void Nothing_measured_is_never_sure() => Assert.True(ReaderCalibration.None.Of(Agreement.Parse("5220")) < 0.5);

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var calibration = Of(("5220", 990, 1000), ("0011", 1, 40));
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            calibration.Write(json);
        using var read = JsonDocument.Parse(bytes.ToArray());
        Assert.Equal(calibration.Counts.OrderBy(entry => entry.Key.ToString()), ReaderCalibration.Read(read.RootElement).Counts.OrderBy(entry => entry.Key.ToString()));
    }
}
