using System.IO.Compression;
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

    [Fact]
    public void Of_a_workbook_values_count_and_neither_formulas_nor_how_they_are_pronounced()
    {
        var catalogue = Catalogue.Read(Workbook("""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>题名</t></is></c><c r="C1" t="inlineStr"><is><t>年度</t></is></c></row>
            <row r="2"><c r="A2" t="str"><f>CONCATENATE("X001-",2023)</f><v>X001-2023</v></c><c r="B2" t="e"><f>A9/0</f><v>#DIV/0!</v></c><c r="C2"><f>2000+23</f><v>2023</v></c></row>
            """));

        Assert.Equal(new CatalogueRow(null, new() { ArchivalCode = "X001-2023", Year = "2023" }), Assert.Single(catalogue.Rows));
    }

    [Theory]
    [InlineData("""<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>""")]
    [InlineData("""<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>""")]
    public void A_workbook_whose_cells_stand_in_no_order_is_refused(string rows) =>
        Assert.Equal(CatalogueFault.Unreadable, Assert.Throws<CatalogueException>(() => Catalogue.Read(Workbook(rows))).Fault);

    private static byte[] Workbook(string rows)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string text)
            {
                using var part = new StreamWriter(package.CreateEntry(name).Open());
                part.Write(text);
            }

            const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            Part("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='1' sheetId='1' r:id='r1'/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>");
            Part("xl/sharedStrings.xml", $"<sst xmlns='{Main}'><si><t>档</t><rPh sb='0' eb='1'><t>dàng</t></rPh><rPh sb='1' eb='2'><t>hào</t></rPh><r><t>号</t></r></si></sst>");
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'><sheetData>{rows}</sheetData></worksheet>");
        }

        return bytes.ToArray();
    }
}
