using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

/// <summary>Grids in which the rule between two labels was lost, so that one cell holds both beside two rows of figures.</summary>
public sealed class SharedLabelTests
{
    /// <summary>As bad ink is read: the upper label cannot be known any more.</summary>
    private const string BothLabels = "4.元止当埋田大童入中5.要求行政机关确认或重新出具已获取信息";

    private const string Upper = "rejected_massive";
    private const string Lower = "rejected_confirm_reissue";

    [Fact]
    public void Figures_beside_a_label_of_two_rows_are_asked_about()
    {
        var fields = Fields(isShared: true);
        var matched = fields.Where(field => field.Place.Row.Key is Upper or Lower && field.Match is not null).ToList();
        Assert.NotEmpty(matched);
        Assert.All(matched, field => Assert.Contains("label-doubtful", field.Doubts));
        Assert.All(fields.Where(field => field.Place.Row.Key is not (Upper or Lower)), field => Assert.Empty(field.Doubts));
    }

    [Fact]
    public void Rows_with_labels_of_their_own_are_not()
    {
        var fields = Fields(isShared: false);
        Assert.All(fields, field => Assert.NotNull(field.Match));
        Assert.All(fields, field => Assert.Empty(field.Doubts));
    }

    private static IReadOnlyList<TableField> Fields(bool isShared)
    {
        var form = TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!.Tables.Single(table => table.Key == "requests");
        var rows = form.Blocks[0].Rows.ToList();
        var cells = new List<TableCell>();
        for (var y = 0; y < rows.Count; y++)
        {
            var isUpper = isShared && rows[y].Key == Upper;
            if (!(isShared && rows[y].Key == Lower))
                cells.Add(new() { Row = y, Column = 0, RowSpan = isUpper ? 2 : 1, Text = isUpper ? BothLabels : rows[y].Label });
            cells.AddRange(Enumerable.Range(1, 7).Select(x => new TableCell { Row = y, Column = x, Text = $"{(37 * x + 53 * y) % 90}" }));
        }

        Block table = new Block.OfTable(new() { Kind = TableKind.Ruled, Rows = rows.Count, Columns = 8, Cells = cells });
        return TableFields.Of(TableMatch.Of(form, SegmentReader.Read([table], CellLines.Of([table]), [])));
    }
}
