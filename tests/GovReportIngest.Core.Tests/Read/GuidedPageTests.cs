using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Tests.Layout;

namespace GovReportIngest.Core.Tests.Read;

public sealed class GuidedPageTests
{
    [Fact]
    public void What_stands_on_a_page_that_is_left_out_is_not_read_and_is_not_lost()
    {
        var page = GuidedPage.Of(TwoTables(), ReadingGuide.Parse(["page 1 left-out"]));
        Assert.Equal((PageReading.None, "left-out", false, 600d), (page.Reading, page.Why, page.IsLost, page.Width));
        Assert.Empty(DrawnPage.Blocks(page));
    }

    [Fact]
    public void A_rule_that_was_drawn_parts_a_cell_and_one_that_was_struck_out_joins_two()
    {
        var page = new DrawnPage().Grid([100, 200, 300], [100, 130, 160]).Write(110, 105, "甲").Write(210, 105, "乙").Write(110, 135, "丙").Write(210, 135, "丁").Page();
        Assert.Equal(["甲", "乙", "丙", "丁"], Cells(page));
        Assert.Equal(["甲 乙", "丙 丁"], Cells(GuidedPage.Of(page, ReadingGuide.Parse(["rules 1 -202,95,202,165"]))));

        var open = page with { Rulings = [.. page.Rulings.Where(rule => rule is not { Direction: RulingDirection.Vertical, Position: 200 })] };
        Assert.Equal(["甲 乙", "丙 丁"], Cells(open));
        Assert.Equal(["甲", "乙", "丙", "丁"], Cells(GuidedPage.Of(open, ReadingGuide.Parse(["rules 1 +199,99,201,161"]))));
    }

    [Fact]
    public void Lines_are_drawn_on_the_page_as_it_came_and_hold_on_the_level_one()
    {
        // Turned by a degree and a half around the origin.
        var (cos, sin) = (Math.Cos(Math.PI / 120), Math.Sin(Math.PI / 120));
        var frame = new PageFrame(cos, -sin, 3, sin, cos, -4);
        var page = new ReadPage { Number = 1, SourcePage = 1, Reading = PageReading.Ocr, Why = "test", Width = 600, Height = 800, Frame = frame };
        var (from, to) = (frame.ToSource(100, 200), frame.ToSource(500, 200));
        var hint = new ReadingHint.Rules(1, [new(true, from.X, from.Y, to.X, to.Y)]);

        var rule = Assert.Single(GuidedPage.Of(page, new([hint])).Rulings);
        Assert.Equal(RulingDirection.Horizontal, rule.Direction);
        Assert.Equal([200, 100, 500], new[] { rule.Position, rule.Start, rule.End }.Select(value => Math.Round(value, 3)));
    }

    [Fact]
    public void A_place_of_a_flattened_page_is_found_again()
    {
        var moves = Enumerable.Range(0, 2 * 9 * 7).Select(at => 5 * Math.Sin(at)).ToList();
        var frame = PageFrame.Identity with { Warp = new PageWarp(100, 7, moves) };
        var (x, y) = frame.ToSource(321, 456);
        var found = frame.FromSource(x, y);
        Assert.Equal((321, 456), (Math.Round(found.X, 3), Math.Round(found.Y, 3)));
    }

    [Fact]
    public void What_a_person_marked_is_a_table_by_itself_and_no_other_table_has_it()
    {
        // One grid, as the machine sees it; its lower half is another table.
        var page = TwoTables();
        Assert.Single(DrawnPage.Blocks(page).OfType<Block.OfTable>());

        var blocks = DrawnPage.Blocks(GuidedPage.Of(page, ReadingGuide.Parse(["table requests 1:95,158,210,70"])));
        var tables = blocks.OfType<Block.OfTable>().ToList();
        Assert.Equal([(null, "规章|1|许可|2"), ("requests", "处罚|3|强制|4")], tables.Select(table => (table.AssignedTo, string.Join('|', table.Table.Cells.Select(cell => cell.Text)))));

        var segments = new SegmentCache(blocks, CellLines.Of(blocks));
        Assert.Equal(["处罚", "强制"], segments.Given("requests")!.Select(row => row.Label));
        Assert.Equal(["规章", "许可"], segments.Read(0, blocks.Count, []).Select(row => row.Label));
        Assert.Null(segments.Given("rules"));
    }

    [Fact]
    public void A_table_that_was_marked_on_two_pages_is_one()
    {
        var guide = ReadingGuide.Parse(["table requests 1:95,95,210,70;2:95,95,210,70"]);
        var blocks = DrawnPage.Blocks([.. new[] { 1, 2 }.Select(number => GuidedPage.Of(Rows(number, number == 1 ? "甲乙" : "丙丁"), guide))]);
        Assert.Equal("甲|1|乙|2|丙|1|丁|2", string.Join('|', Assert.Single(blocks.OfType<Block.OfTable>()).Table.Cells.Select(cell => cell.Text)));
    }

    [Theory]
    [InlineData("table requests line:3..4", "规章|1|许可|2", "处罚|3|强制|4")]
    [InlineData("table requests line:9..12", "规章|1|许可|2|处罚|3|强制|4", null)]
    public void Lines_of_a_text_that_a_person_marked_are_a_table_by_themselves(string hint, string rest, string? marked)
    {
        string[] lines = ["规章\t1", "许可\t2", "处罚\t3", "强制\t4"];
        var page = new ReadPage { Number = 1, SourcePage = 1, Reading = PageReading.Text, Why = "test", Lines = [.. lines.Select((line, index) => new TextFileLine(index + 1, line))] };
        Assert.Equal(new[] { (null, rest), ("requests", marked) }.Where(table => table.Item2 is not null), TablesOf(page, hint));
    }

    [Theory]
    [InlineData("table requests node:table[2]..table[2]", null, "requests", null)]
    [InlineData("table requests node:table[2]..p[1]", null, "requests", "requests")]
    [InlineData("table requests node:table[7]..table[7]", null, null, null)]
    public void Tables_and_paragraphs_of_a_web_page_that_a_person_marked_are_no_other_table_s(string hint, params string?[] assigned)
    {
        FlowBlock Grid(string node) => new FlowBlock.Grid(node, 1, 2, [new(0, 0, 1, 1, $"{node}/tr[1]/td[1]", "规章"), new(0, 1, 1, 1, $"{node}/tr[1]/td[2]", "1")]);
        var page = new ReadPage { Number = 1, SourcePage = 1, Reading = PageReading.Text, Why = "test", Flow = [Grid("table[1]"), Grid("table[2]"), new FlowBlock.Paragraph("p[1]", "许可2")] };
        Assert.Equal(assigned, new LayoutAnalyzer().Analyze([GuidedPage.Of(page, ReadingGuide.Parse([hint]))]).Blocks.Select(block => block.AssignedTo));
    }

    private static IEnumerable<(string?, string?)> TablesOf(ReadPage page, string hint) => new LayoutAnalyzer().Analyze([GuidedPage.Of(page, ReadingGuide.Parse([hint]))]).Blocks
        .OfType<Block.OfTable>().Select(table => (table.AssignedTo, (string?)string.Join('|', table.Table.Cells.Select(cell => cell.Text))));

    private static IEnumerable<string> Cells(ReadPage page) => Assert.Single(DrawnPage.Blocks(page).OfType<Block.OfTable>()).Table.Cells.Select(cell => cell.Text);

    private static ReadPage Rows(int number, string names) =>
        new DrawnPage(number).Grid([100, 200, 300], [100, 130, 160]).Write(110, 105, names[..1]).Write(210, 105, "1").Write(110, 135, names[1..]).Write(210, 135, "2").Page();

    private static ReadPage TwoTables() => new DrawnPage().Grid([100, 200, 300], [100, 130, 160, 190, 220])
        .Write(110, 105, "规章").Write(210, 105, "1").Write(110, 135, "许可").Write(210, 135, "2").Write(110, 165, "处罚").Write(210, 165, "3").Write(110, 195, "强制").Write(210, 195, "4").Page();
}
