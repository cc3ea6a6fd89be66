using GovReportIngest.Core.Interpret.Labels;
using Xunit;

namespace GovReportIngest.Core.Tests.Interpret.Labels;

public sealed class LabelPatternTests
{
    private const string Characters = "公开政府信息机关年度报告一二三";

    public static TheoryData<int, int> Lengths => new() { { 3, 9 }, { 12, 30 }, { 64, 90 }, { 65, 90 }, { 80, 40 } };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Similarities_are_those_of_the_plain_table_of_distances(int longestLabel, int longestText)
    {
        var random = new Random(20261121);
        for (var round = 0; round < 400; round++)
        {
            var label = TextOf(random, 1 + random.Next(longestLabel));
            var text = TextOf(random, random.Next(longestText));
            var pattern = new LabelPattern(label);
            Assert.Equal(Math.Max(0, 1 - Distance(label, text, true, true) / label.Length), pattern.OfPart(text), 12);
            var reach = label.Length + label.Length / 2 + 4;
            var end = text.Length > reach ? text[^reach..] : text;
            Assert.Equal(Math.Max(0, 1 - Distance(label, end, true, false) / label.Length), pattern.OfEnd(text), 12);
            var longer = Math.Max(label.Length, text.Length);
            var whole = Math.Abs(label.Length - text.Length) > longer / 2 ? 0 : 1 - Distance(label, text, false, false) / longer;
            Assert.Equal(whole, pattern.OfWhole(text), 12);
        }
    }

    [Fact]
    public void No_text_that_ends_like_the_label_is_ruled_out_by_its_characters()
    {
        var random = new Random(811);
        var ruledOut = 0;
        for (var round = 0; round < 4000; round++)
        {
            var pattern = new LabelPattern(TextOf(random, 1 + random.Next(30)));
            var text = TextOf(random, random.Next(60));
            var end = text[Math.Max(0, text.Length - LabelPattern.LongestReach)..];
            if (pattern.MayEnd(new(end), 0.5))
                continue;
            ruledOut++;
            Assert.True(pattern.OfEnd(text) < 0.5, $"{pattern.Text} / {text}");
        }

        Assert.True(ruledOut > 100, $"{ruledOut} ruled out");
    }

    [Fact]
    public void Label_without_characters_is_like_nothing()
    {
        var pattern = new LabelPattern("");
        Assert.Equal((0.0, 0.0, 0.0), (pattern.OfEnd("公开"), pattern.OfPart("公开"), pattern.OfWhole("公开")));
    }

    [Fact]
    public void Text_that_shares_no_character_with_the_label_is_like_nothing_of_it()
    {
        var pattern = new LabelPattern("行政许可");
        Assert.Equal((0.0, 0.0, 0.0), (pattern.OfEnd("二〇二一"), pattern.OfPart("二〇二一"), pattern.OfWhole("二〇二一")));
    }

    private static double Distance(string label, string text, bool isStartFree, bool isEndFree) => Similarity.TableDistance(label, text, isStartFree, isEndFree);

    private static string TextOf(Random random, int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => Characters[random.Next(Characters.Length)])]);
}
