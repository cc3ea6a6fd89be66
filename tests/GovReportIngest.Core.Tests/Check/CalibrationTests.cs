using GovReportIngest.Core.Check;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Check;

public sealed class CalibrationTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_class_is_as_likely_as_its_counts_say_and_never_certain()
    {
        var calibration = Calibration.Load(Repository.PathOf("models", "calibration.json"));

        Assert.All(calibration.Classes.Values, probability => Assert.InRange(probability, 0.0001m, 0.9999m));
        Assert.Equal(2001m / 2002m, calibration.Of("plain-cell"));
        Assert.Equal(EvidenceClass.All.Order(), calibration.Classes.Keys.Order());
    }

    [Theory]
    [InlineData("\"plain-cell\"", "\"plain\"", "plain-cell is missing")]
    [InlineData("\"right\": 2000", "\"right\": 2001", "2001 right of 2000")]
    [InlineData("\"openBelow\"", "\"open\"", "restore the file")]
    [InlineData("calibration/1", "calibration/2", "schema")]
    public void A_broken_file_is_refused_by_name_and_reason(string right, string wrong, string reason)
    {
        File.WriteAllText(file, File.ReadAllText(Repository.PathOf("models", "calibration.json")).Replace(right, wrong, StringComparison.Ordinal));

        var error = Assert.Throws<InvalidDataException>(() => Calibration.Load(file));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
