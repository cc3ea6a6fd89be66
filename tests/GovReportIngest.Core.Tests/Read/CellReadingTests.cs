using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Tests.Read;

public sealed class CellReadingTests
{
    private static CellReading Blank { get; } = new() { Ink = CellInk.Blank, Text = "" };

    private static CellReading Printed(string text) => new() { Ink = CellInk.Printed, Text = text };

    [Fact]
    public void A_cell_cut_by_a_page_break_holds_what_stands_on_either_part()
    {
        Assert.Equal("4851", Printed("4851").With(Blank).Text);
        Assert.Equal("4851", Blank.With(Printed("4851")).Text);
        Assert.Equal(CellInk.Blank, Blank.With(Blank).Ink);
    }

    [Fact]
    public void Ink_on_both_parts_is_shown_to_a_person() => Assert.Contains("unusual-ink", Printed("48").With(Printed("51")).Doubts);
}
