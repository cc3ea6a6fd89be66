using GovReportIngest.Cli.Speech;

namespace GovReportIngest.Cli.Tests.Speech;

public sealed class TongueTests
{
    [Theory]
    [InlineData("zh_CN.UTF-8", true)]
    [InlineData("zh", true)]
    [InlineData("en_GB.UTF-8", false)]
    [InlineData("C.UTF-8", false)]
    [InlineData(null, false)]
    public void Follows_the_locale(string? locale, bool isChinese) =>
        Assert.Equal(isChinese, TongueChoice.Of([], name => name == "LANG" ? locale : null).IsChinese);

    [Fact]
    public void An_empty_LC_ALL_does_not_hide_LANG() =>
        Assert.True(TongueChoice.Of([], name => name == "LANG" ? "zh_CN.UTF-8" : "").IsChinese);

    [Theory]
    [InlineData("--lang=zh", true)]
    [InlineData("--lang=en", false)]
    public void An_option_beats_the_locale(string option, bool isChinese) =>
        Assert.Equal(isChinese, TongueChoice.Of(["ingest", option], _ => isChinese ? "en" : "zh").IsChinese);
}
