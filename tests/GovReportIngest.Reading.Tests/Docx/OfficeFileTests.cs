using System.Text;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Tests.Pdf;

namespace GovReportIngest.Reading.Tests.Docx;

public sealed class OfficeFileTests
{
    [Fact]
    public async Task Rich_text_is_converted_where_libreoffice_is_and_refused_with_the_remedy_where_it_is_not()
    {
        var (page, problems) = await HandWrittenPdf.ReadAsync("a.rtf", Encoding.ASCII.GetBytes(@"{\rtf1\ansi\uc1 \u19968?\u12289?\u24635?\par 12\par}"));

        if (DocumentReader.OfficeConverter is null)
            Assert.Equal(["converter-missing"], problems);
        else
            Assert.Equal(["一、总", "12"], page!.Flow.OfType<FlowBlock.Paragraph>().Select(line => line.Text));
    }

    [Theory]
    [InlineData("EncryptedPackage", "encrypted")]
    [InlineData("Workbook", "unsupported-format")]
    public async Task Files_of_other_programs_are_refused(string stream, string category)
    {
        var (page, problems) = await HandWrittenPdf.ReadAsync("a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes(stream)]);

        Assert.Null(page);
        Assert.Equal(category, Assert.Single(problems));
    }
}
