using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class GlyphVotesTests
{
    private static readonly DrawnCells Cells = DrawnCells.With("C059", "clean-300", "47", "7", "44", "1");

    private static GlyphVotes Votes()
    {
        var votes = new GlyphVotes();
        for (var cell = 0; cell < 16; cell++)
            votes.Add(cell, Cells.InkOf(cell), Cells.InkOf(cell).Digits);
        return votes;
    }

    [Fact]
    public void A_glyph_that_was_read_alike_elsewhere_names_its_likes()
    {
        var votes = Votes();
        foreach (var cell in new[] { 0, 4, 8 })
            votes.Count(cell, "47");
        Assert.Equal("7", votes.TextOf(1));
        Assert.Equal("44", votes.TextOf(2));
        Assert.Null(votes.TextOf(3));
    }

    [Fact]
    public void Readings_that_contradict_each_other_name_nothing()
    {
        var votes = Votes();
        foreach (var (cell, text) in new[] { (0, "47"), (4, "41"), (8, "47"), (12, "41") })
            votes.Count(cell, text);
        Assert.Null(votes.TextOf(1));
    }

    [Fact]
    public void A_reading_of_another_length_does_not_count()
    {
        var votes = Votes();
        foreach (var cell in new[] { 0, 4, 8 })
            votes.Count(cell, "477");
        Assert.Null(votes.TextOf(1));
    }

    [Fact]
    public void A_cell_whose_groups_were_read_often_enough_needs_no_montage_of_its_own()
    {
        var votes = Votes();
        Assert.True(votes.Needs(1, 2));
        Assert.True(votes.Needs(5, 2));
        Assert.False(votes.Needs(9, 2));
    }
}
