using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Export;

public sealed class FormSheetTests
{
    private static readonly FormLibrary Forms = FormLibrary.Load(Repository.PathOf("models", "forms"));

    public static TheoryData<string> All => [.. Forms.Forms.Select(form => form.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_sheet_of_every_form_fills_its_rectangle_without_overlap(string id)
    {
        foreach (var sheet in FormSheet.Of(Forms.Find(id)!, []))
        {
            var covered = new HashSet<(int, int)>();
            for (var row = 0; row < sheet.Rows.Count; row++)
            {
                var column = 0;
                foreach (var cell in sheet.Rows[row])
                {
                    while (covered.Contains((row, column)))
                        column++;
                    for (var down = 0; down < cell.RowSpan; down++)
                        for (var right = 0; right < cell.ColumnSpan; right++)
                            Assert.True(covered.Add((row + down, column + right)), $"{sheet.Key}: {row}, {column}, {cell.Text}");
                }
            }

            var width = covered.Max(place => place.Item2) + 1;
            Assert.Equal(sheet.Rows.Count * width, covered.Count);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_field_of_the_form_has_one_place(string id)
    {
        var form = Forms.Find(id)!;
        var fields = form.Tables.SelectMany(table => table.Blocks.SelectMany(block => block.Rows.SelectMany(row => block.Columns.Select(column => table.PathOf(row, column)))));
        Assert.Equal(fields.Order(), FormSheet.Of(form, []).SelectMany(sheet => sheet.Rows.SelectMany(row => row)).Where(cell => cell.Path is not null).Select(cell => cell.Path!).Order());
    }

    [Fact]
    public void A_variant_s_row_stands_in_place_of_those_it_replaces()
    {
        var cells = FormSheet.Of(Forms.Find("cn-gov-disclosure-annual/2021")!, ["requests.other_processing"]).SelectMany(sheet => sheet.Rows.SelectMany(row => row)).ToList();
        Assert.Contains(cells, cell => cell.Path == "requests.other_processing.total");
        Assert.DoesNotContain(cells, cell => cell.Path == "requests.other_unpaid.total");
    }
}
