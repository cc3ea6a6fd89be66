using System.Text.RegularExpressions;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Documentation;

/// <summary>docs/calibration.md describes every ground that a scanned field can have.</summary>
public sealed partial class CalibrationGuideTests
{
    [Theory]
    [InlineData("src/GovReportIngest.Core/Interpret/Rows/RowGrounds.cs")]
    [InlineData("src/GovReportIngest.Core/Check/GroundsOfField.cs")]
    [InlineData("src/GovReportIngest.Reading/Ocr/Digits/InkGrounds.cs")]
    public void Every_ground_of_the_sources_is_described(string source)
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "calibration.md"));
        var codes = Ground().Matches(File.ReadAllText(Repository.PathOf(source.Split('/')))).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Contains($"`{code}`", guide, StringComparison.Ordinal));
    }

    [GeneratedRegex("yield return \"([a-z-]+)\"")]
    private static partial Regex Ground();
}
