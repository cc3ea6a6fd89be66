using System.Text;
using GovReportIngest.Core.Agencies;

namespace GovReportIngest.Core.Tests.Agencies;

public sealed class AgencyRegisterFileTests
{
    private const string Header = "id,name,former,misprinted,region,valid_from,valid_to,successor\n";

    [Fact]
    public void Columns_are_read_in_any_order_and_names_are_parted()
    {
        var register = Read("name,id,former,region,valid_from,valid_to,successor,misprinted\n白沙县国土局,A,白沙县土地局；白沙县土管局,469025,2001-05,2018,B,\"白沙县国士局;白沙县囯土局\"\n白沙县自然资源局,B,,,2019/3/1,,,\n");

        Assert.Equivalent(new RegisteredAgency
        {
            Id = "A", Name = "白沙县国土局", FormerNames = ["白沙县土地局", "白沙县土管局"], MisprintedNames = ["白沙县国士局", "白沙县囯土局"], Region = "469025",
            ValidFrom = new(2001, 5, 1), ValidTo = new(2018, 12, 31), Successor = "B",
        }, register.Agencies[0], strict: true);
        Assert.Equivalent(new RegisteredAgency { Id = "B", Name = "白沙县自然资源局", ValidFrom = new(2019, 3, 1) }, register.Agencies[1], strict: true);
    }

    [Fact]
    public void Chinese_headers_and_the_encoding_of_Excel_in_China_are_read()
    {
        const string Text = "机构编号,名称,曾用名\r\n1,某县财政局,某县财税局\r\n";
        foreach (var bytes in (byte[][])[[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Text)])
            Assert.Equal(["某县财税局"], AgencyRegisterFile.Read(bytes).Agencies.Single().FormerNames);
    }

    [Theory]
    [InlineData("id,name,colour\nA,甲,red\n", RegisterFault.UnknownColumn, 1, "colour")]
    [InlineData("id,former\nA,甲\n", RegisterFault.Missing, 1, "name")]
    [InlineData("", RegisterFault.Missing, 1, "id")]
    [InlineData(Header + "A,甲,,,,,,\nA,乙,,,,,,\n", RegisterFault.SameId, 3, "A")]
    [InlineData(Header + "A,,,,,,,\n", RegisterFault.Missing, 2, "name")]
    [InlineData(Header + "A,甲,,,,spring,,\n", RegisterFault.WrongDay, 2, "spring")]
    [InlineData(Header + "A,甲,,,,2019,2018,\n", RegisterFault.EndsEarly, 2, "A")]
    [InlineData(Header + "A,甲,,,,,,B\n", RegisterFault.UnknownSuccessor, 2, "B")]
    [InlineData(Header + "A,甲,,,,,,B\nB,乙,,,,,,A\n", RegisterFault.SuccessorsInCircle, 2, "B")]
    public void What_is_wrong_is_told_with_its_line(string text, RegisterFault fault, long line, string subject)
    {
        var wrong = Assert.Throws<AgencyRegisterException>(() => Read(text));
        Assert.Equal((fault, line, subject), (wrong.Fault, wrong.Line, wrong.Subject));
    }

    private static AgencyRegister Read(string text) => AgencyRegisterFile.Read(Encoding.UTF8.GetBytes(text));
}
