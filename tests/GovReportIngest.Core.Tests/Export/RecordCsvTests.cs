using System.Text;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Core.Tests.Export;

public sealed class RecordCsvTests
{
    private static ReportRecord With(string words, FieldValue? number = null) => RecordJsonTests.Sample() with
    {
        Fields =
        [
            KeyValuePair.Create("report.title", new RecordField
            {
                State = FieldState.Printed, Value = number ?? new FieldValue.Words(words), Printed = words, Probability = 0.9m,
                Reasons = ["a", "b"], Evidence = [new Evidence.OnPage(2, new(1, 2.25, 3, 4))],
            }),
        ],
    };

    private static string[] Lines(ReportRecord record, bool excelSafe = false) =>
        Encoding.UTF8.GetString(new RecordCsv(excelSafe).Write([record])).Split("\r\n");

    [Fact]
    public void A_field_is_one_row_with_its_place_and_quotes_where_needed()
    {
        var lines = Lines(With("甲,\"乙\""));

        Assert.StartsWith("source,part,form,outcome,path,state,value,printed,probability", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",report.title,printed,\"甲,\"\"乙\"\"\",\"甲,\"\"乙\"\"\",0.9,none,a b,2,1.0,2.2,3.0,4.0,,,,", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
        Assert.Equal(lines[0].Split(',').Length, Lines(With("甲"))[1].Split(',').Length);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("-12", "-12")]
    [InlineData("—", "—")]
    public void A_text_never_becomes_a_formula_in_a_spreadsheet(string text, string expected)
    {
        Assert.Contains($",printed,{expected},{expected},", Lines(With(text), excelSafe: true)[1], StringComparison.Ordinal);
        Assert.Contains($",printed,{text},{text},", Lines(With(text))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_spreadsheet_variant_has_a_byte_order_mark()
    {
        Assert.Equal(0xEF, new RecordCsv(excelSafe: true).Write([])[0]);
        Assert.Equal((byte)'s', new RecordCsv().Write([])[0]);
    }
}
