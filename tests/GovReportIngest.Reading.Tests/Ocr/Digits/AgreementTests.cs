using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class AgreementTests
{
    private static ModelReading Model(string text, double confidence) => new(text, confidence, []);

    [Fact]
    public void Readers_for_a_text_and_against_it_are_counted()
    {
        var texts = new CellTexts(Model("17", 0.9995), "17", "17", "11");
        Assert.Equal("5211", Agreement.With("17", texts).ToString());
        Assert.Equal("0011", Agreement.With("11", texts).ToString());
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.95, 3)]
    [InlineData(0.995, 4)]
    [InlineData(0.9999, 5)]
    public void The_models_word_counts_by_its_confidence(double confidence, int level) =>
        Assert.Equal(level, Agreement.With("8", new(Model("8", confidence), null, null, null)).Model);

    [Fact]
    public void A_model_that_is_not_sure_of_another_text_has_no_opinion() =>
        Assert.Equal(1, Agreement.With("8", new(Model("3", 0.6), null, null, null)).Model);

    [Fact]
    public void A_montage_that_lost_the_cell_is_neither_for_nor_against() =>
        Assert.Equal((0, 0), (Agreement.With("8", new(null, null, "", null)).For, Agreement.With("8", new(null, null, "", null)).Against));

    [Fact]
    public void Agreement_is_at_least_another_only_where_every_reader_says_as_much()
    {
        Assert.True(Agreement.Parse("5220").IsAtLeast(Agreement.Parse("3210")));
        Assert.False(Agreement.Parse("5020").IsAtLeast(Agreement.Parse("3210")));
        Assert.False(Agreement.Parse("5221").IsAtLeast(Agreement.Parse("5220")));
    }

    [Fact]
    public void What_is_written_is_what_is_parsed() => Assert.Equal(new(3, 2, 1, 0), Agreement.Parse(new Agreement(3, 2, 1, 0).ToString()));

    [Fact]
    public void Other_text_is_no_agreement() => Assert.Throws<FormatException>(() => Agreement.Parse("52"));
}
