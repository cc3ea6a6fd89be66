using GovReportIngest.Core.Interpret.Metadata;

namespace GovReportIngest.Core.Tests.Interpret.Metadata;

public sealed class TitleEvidenceTests
{
    private const string Text = "依照有关规定，石门县教育局编写并发布2021年度报告。2021年受理申请3件。2022年，石门县教育局将整理目录。2019年以来印发的文件均已公布。";

    [Fact]
    public void A_name_that_the_text_repeats_is_confirmed() => Assert.True(new TitleEvidence(Text).Names("石门县教育局"));

    [Theory]
    [InlineData("右门县教育局")]
    [InlineData("门县教育局")]
    [InlineData("石门县教育")]
    [InlineData("教育局")]
    [InlineData("石门县教肓局")]
    [InlineData("")]
    public void A_name_read_wrong_or_cut_is_not(string agency) => Assert.False(new TitleEvidence(Text).Names(agency));

    [Fact]
    public void No_text_confirms_no_name() => Assert.False(new TitleEvidence("").Names(""));

    [Fact]
    public void A_longer_name_in_the_text_does_not_confirm_a_shorter_one() =>
        Assert.False(new TitleEvidence("石门县教育局编写。石门县教育局办公室负责解释。").Names("石门县教育局"));

    [Theory]
    [InlineData("2021", true)]
    [InlineData("2022", false)]
    [InlineData("2024", false)]
    public void The_year_named_most_often_is_confirmed(string year, bool expected) => Assert.Equal(expected, new TitleEvidence(Text).IsAbout(year));

    [Theory]
    [InlineData("石门县教育局2021年政府信息公开工作年度报告", true)]
    [InlineData("石门县教育局2021年政府信息公开年度报告", true)]
    [InlineData("石门县教育局2021年政府信启公开工作年度报告", false)]
    [InlineData("石门县教育局2021年政府信息公开工作年度报告一", false)]
    [InlineData("石门县教育局2022年政府信息公开工作年度报告", false)]
    public void Only_a_title_without_an_unchecked_character_is_usual(string title, bool expected) =>
        Assert.Equal(expected, TitleEvidence.IsUsual(title, "石门县教育局", "2021"));
}
