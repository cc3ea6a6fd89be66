using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Tests.Html;
using static GovReportIngest.Reading.Tests.Docx.TinyDocx;

namespace GovReportIngest.Reading.Tests.Docx;

public sealed class WordTableTests
{
    [Fact]
    public void Merged_cells_are_one_cell()
    {
        var grid = Grid(Row(Cell("甲", "<w:vMerge w:val='restart'/>") + Cell("乙", "<w:gridSpan w:val='2'/>"))
            + Row(Cell("", "<w:vMerge/>") + Cell("丙") + Cell("丁")) + Row(Cell("", "<w:vMerge/>") + Cell("1") + Cell("2")));

        Assert.Equal((3, 3), (grid.Rows, grid.Columns));
        Assert.Equal(["0,0 3×1 甲", "0,1 1×2 乙", "1,1 1×1 丙", "1,2 1×1 丁", "2,1 1×1 1", "2,2 1×1 2"], Page.CellsOf(grid));
        Assert.Equal("table[1]/tr[3]/td[3]", grid.Cells[^1].Node);
    }

    [Fact]
    public void A_continuation_without_a_beginning_is_a_cell_and_one_that_is_shifted_ends_the_merge()
    {
        var grid = Grid(Row(Cell("甲", "<w:vMerge w:val='restart'/>") + Cell("乙")) + Row(Cell("丙", "<w:gridSpan w:val='2'/>")) + Row(Cell("丁", "<w:vMerge/>") + Cell("1")));

        Assert.Contains("0,0 1×1 甲", Page.CellsOf(grid));
        Assert.Contains("1,0 1×2 丙", Page.CellsOf(grid));
    }

    [Fact]
    public void Rows_that_begin_further_to_the_right_and_cells_merged_the_old_way_keep_their_columns()
    {
        var grid = Grid(Row(Cell("甲") + Cell("乙") + Cell("丙")) + "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + Cell("1") + Cell("2") + "</w:tr>"
            + Row(Cell("丁", "<w:hMerge w:val='restart'/>") + Cell("", "<w:hMerge/>") + Cell("3")));

        Assert.Equal(["1,1 1×1 1", "1,2 1×1 2", "2,0 1×2 丁", "2,2 1×1 3"], Page.CellsOf(grid).Skip(3));
    }

    [Fact]
    public void Deleted_and_hidden_rows_are_out()
    {
        var grid = Grid(Row(Cell("甲") + Cell("1")) + "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>" + Cell("乙") + Cell("2") + "</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>" + Cell("丙") + Cell("3") + "</w:tr>" + Row(Cell("丁") + Cell("4")));

        Assert.Equal(["甲", "1", "丁", "4"], grid.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void A_table_around_everything_is_only_paragraphs_and_the_innermost_one_is_the_table()
    {
        var inner = "<w:tbl>" + Row(Cell("甲") + Cell("1")) + Row(Cell("乙") + Cell("2")) + "</w:tbl>";

        var blocks = Read(Of($"<w:tbl><w:tr><w:tc>{P("一、总体情况")}{inner}{P("二、其他")}</w:tc></w:tr></w:tbl>"));

        Assert.Equal(["一、总体情况", "table[2]", "二、其他"], blocks.Select(block => block is FlowBlock.Paragraph line ? line.Text : ((FlowBlock.Grid)block).Node));
    }

    private static FlowBlock.Grid Grid(string rows) => Read(Of($"<w:tbl>{rows}</w:tbl><w:p/>")).OfType<FlowBlock.Grid>().Single();

    private static string Row(string cells) => $"<w:tr>{cells}</w:tr>";
}
