using System.Text;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Layout.Headings;

public sealed class HeadingModelTests
{
    private static byte[] Bytes => File.ReadAllBytes(Repository.PathOf("models", "headings.json"));

    [Fact]
    public void What_is_written_is_what_was_read() => Assert.Equal(Bytes, HeadingModel.Parse(Bytes).ToJson());

    [Fact]
    public void Probabilities_sum_up_to_one()
    {
        var logs = HeadingModel.Parse(Bytes).LogProbabilities([1, 50, 900, 16_000]);

        Assert.Equal(1, logs.Sum(Math.Exp), 9);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"schema\":\"govreport.headings/0\"}")]
    [InlineData("{\"schema\":\"govreport.headings/1\",\"buckets\":16384,\"classes\":[\"Body\"]}")]
    public void Another_or_a_broken_file_is_named_with_the_remedy(string content)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);

            var failure = Assert.Throws<InvalidDataException>(() => HeadingModel.Load(path));

            Assert.Contains(path, failure.Message, StringComparison.Ordinal);
            Assert.Contains("govreport train headings", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Weights_that_are_cut_off_are_noticed()
    {
        var text = Encoding.UTF8.GetString(Bytes);
        var start = text.IndexOf("\"weights\": \"", StringComparison.Ordinal) + 12;

        Assert.Throws<FormatException>(() => HeadingModel.Parse(Encoding.UTF8.GetBytes(text.Remove(start + 400, 4000))));
    }

    [Fact]
    public void A_missing_file_is_a_fault_of_the_installation_and_says_so() =>
        Assert.Throws<InvalidDataException>(() => HeadingModel.Load(Path.Combine(Path.GetTempPath(), "no-such-model.json")));
}
