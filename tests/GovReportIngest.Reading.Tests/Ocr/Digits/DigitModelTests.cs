using System.Text;
using GovReportIngest.Reading.Ocr.Digits;
using GovReportIngest.TestKit;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class DigitModelTests
{
    private static DigitModel Installed => DigitModel.Load(Repository.PathOf("models", "digits.json"));

    [Fact]
    public void What_is_written_is_what_is_read() => Assert.Equal(File.ReadAllBytes(Repository.PathOf("models", "digits.json")), Installed.ToJson());

    [Fact]
    public void Probabilities_of_the_classes_sum_to_one()
    {
        var features = new float[DigitModel.Inputs];
        features[GlyphShape.Size + 1] = 1;
        Assert.Equal(1, Installed.Classify(features).Sum(), 4);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"schema\":\"govreport.digits/1\",\"classes\":\"0123456789-/无?\"}")]
    [InlineData("no json")]
    [InlineData("{\"schema\":\"govreport.digits/2\",\"classes\":\"0123456789-/无?\",\"hidden\":\"AAAA\",\"output\":\"AAAA\"}")]
    public void A_file_that_is_no_model_is_refused_with_the_remedy(string content)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content, Encoding.UTF8);
            Assert.Contains("train digits", Assert.Throws<InvalidDataException>(() => DigitModel.Load(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_installed_model_is_calibrated_so_that_full_agreement_needs_no_person() =>
        Assert.True(Installed.Calibration.Clear.Of(Agreement.Parse("5220")) >= 0.9995);
}
