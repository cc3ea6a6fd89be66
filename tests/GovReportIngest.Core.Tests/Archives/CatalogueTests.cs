using System.Text;
using GovReportIngest.Core.Archives;

namespace GovReportIngest.Core.Tests.Archives;

public sealed class CatalogueTests
{
    private const string Text = "件号,档号,全宗号,题名,责任者,年度,保管期限,密级,文件路径\n1,X001-WS·2023-Y-0012,X001,关于政府信息公开工作的年度报告,某局,2023,永久,公开,2023\\a.pdf\n\n2,X001-WS·2023-Y-0013,,,,,,,\n";

    [Fact]
    public void Columns_have_the_names_of_archives_and_others_are_told()
    {
        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(Text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Text)])
        {
            var catalogue = Catalogue.Read(bytes);

            Assert.Equal(["件号"], catalogue.LeftOut);
            Assert.Equal(2, catalogue.Rows.Count);
            Assert.Equal(new("2023\\a.pdf", new()
            {
                ArchivalCode = "X001-WS·2023-Y-0012", Fonds = "X001", Title = "关于政府信息公开工作的年度报告", Responsible = "某局", Year = "2023", Retention = "永久", Security = "公开",
            }), catalogue.Rows[0]);
            Assert.Equal(new(null, new() { ArchivalCode = "X001-WS·2023-Y-0013" }), catalogue.Rows[1]);
        }
    }

    [Theory]
    [InlineData("题名\n甲\n", CatalogueFault.Missing, 1)]
    [InlineData("", CatalogueFault.Missing, 1)]
    [InlineData("档号,题名\nA,甲\n,乙\n", CatalogueFault.Missing, 3)]
    [InlineData("档号\nA\nB\nA\n", CatalogueFault.SameCode, 4)]
    [InlineData("档号,archival_code\nA,B\n", CatalogueFault.SameColumn, 1)]
    [InlineData("PK\u0003\u0004 no workbook", CatalogueFault.Unreadable, 1)]
    public void A_wrong_catalogue_is_refused_with_row_and_reason(string text, CatalogueFault fault, long row)
    {
        var wrong = Assert.Throws<CatalogueException>(() => Catalogue.Read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((fault, row), (wrong.Fault, wrong.Row));
    }
}
