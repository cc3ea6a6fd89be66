using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Tests.Layout.Tables;

public sealed class CellDelimiterTests
{
    [Theory]
    [InlineData("规章\t1\t\t3", "规章", "1", "", "3")]
    [InlineData("规章│1││3", "规章", "1", "", "3")]
    [InlineData("规章 | 1 |  | 3", "规章", "1", "", "3")]
    [InlineData("规章｜１｜", "规章", "１", "")]
    public void Delimiters_of_every_kind_part_cells(string line, params string[] cells) => Assert.Equal(cells, CellsOf(line).Single());

    [Fact]
    public void A_frame_around_every_row_is_taken_off()
    {
        Assert.Equal([["规章", "1", ""], ["", "2", "3"]], CellsOf("| 规章 | 1 |  |", "║ │ 2 │ 3║"));
    }

    [Fact]
    public void Where_some_rows_have_no_frame_the_others_begin_and_end_with_blank_cells()
    {
        Assert.Equal([["规章", "1", "2"], ["", "5", ""]], CellsOf("规章 | 1 | 2", " | 5 | "));
    }

    [Theory]
    [InlineData("| --- | :---: |", true)]
    [InlineData("├────┼────┤", true)]
    [InlineData("+-----+-----+", true)]
    [InlineData("- 1 -", false)]
    [InlineData("规章 — — —", false)]
    public void Lines_of_dashes_are_rules(string line, bool isRule) => Assert.Equal(isRule, CellDelimiter.IsRule(line));

    private static IEnumerable<string[]> CellsOf(params string[] lines) =>
        CellDelimiter.WithoutFrame([.. lines.Select((line, index) => new LayoutLine.OfText(index + 1, 1, line))])
            .Select(row => DelimitedRow.Split(row).Select(cell => cell.Content).ToArray());
}
