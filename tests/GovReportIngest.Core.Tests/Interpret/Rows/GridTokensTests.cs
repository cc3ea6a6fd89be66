using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

public sealed class GridTokensTests
{
    [Fact]
    public void A_figure_that_was_read_as_words_among_unread_ones_is_a_value()
    {
        var row = Assert.Single(GridTokens.Rows(Row("", "", "", "十0", "", "")));
        Assert.All(row, token => Assert.Equal(LineTokenKind.Value, token.Kind));
    }

    [Fact]
    public void A_label_left_of_unread_figures_stays_a_label()
    {
        var row = Assert.Single(GridTokens.Rows(Row("三、其他", "", "", "", "")));
        Assert.Equal(LineTokenKind.Label, row[0].Kind);
        Assert.All(row.Skip(1), token => Assert.Equal(LineTokenKind.Value, token.Kind));
    }

    [Fact]
    public void Labels_beside_a_few_unread_figures_stay_labels()
    {
        var row = Assert.Single(GridTokens.Rows(Row("许可", "", "处罚", "", "强制", "")));
        Assert.Equal([LineTokenKind.Label, LineTokenKind.Value, LineTokenKind.Label, LineTokenKind.Value, LineTokenKind.Label, LineTokenKind.Value], row.Select(token => token.Kind));
    }

    /// <summary>One row of a scanned grid; empty texts are ink that is not read yet.</summary>
    private static Table Row(params string[] texts) => new()
    {
        Kind = TableKind.Ruled,
        Rows = 1,
        Columns = texts.Length,
        Cells = [.. texts.Select((text, column) => new TableCell { Row = 0, Column = column, Text = text, HasUnreadInk = text.Length == 0 })],
    };
}
