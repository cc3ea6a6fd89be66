using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Review;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Review;

public sealed class TypedValueTests
{
    private static readonly FormDefinition Form = FormLibrary.Load(Repository.PathOf("models", "forms")).Find("cn-gov-disclosure-annual/2021")!;

    [Theory]
    [InlineData("requests.new_received.total", "1,288", FieldState.Printed, "1288")]
    [InlineData("requests.new_received.total", "１２", FieldState.Printed, "12")]
    [InlineData("requests.new_received.total", " ", FieldState.Blank, null)]
    [InlineData("requests.new_received.total", "/", FieldState.Placeholder, null)]
    [InlineData("requests.new_received.total", "12x", FieldState.Unreadable, null)]
    [InlineData("requests.new_received.total", "-3", FieldState.Unreadable, null)]
    [InlineData("requests.other_processing.total", "4", FieldState.Printed, "4")]
    [InlineData("proactive_disclosure.fees.amount_wan_yuan", "35000元", FieldState.Printed, "3.5")]
    [InlineData("report.agency", " 某市财政局 ", FieldState.Printed, "某市财政局")]
    [InlineData("report.agency", "", FieldState.Missing, null)]
    [InlineData("report.period", "2020-01-01/2020-12-31", FieldState.Printed, "2020-01-01/2020-12-31")]
    [InlineData("report.period", "2020年全年", FieldState.Unreadable, null)]
    [InlineData("report.period", "2020-12-31/2020-01-01", FieldState.Unreadable, null)]
    [InlineData("report.year", "2022", FieldState.Printed, "2022")]
    [InlineData("report.year", "22", FieldState.Unreadable, null)]
    public void Characters_are_read_as_the_field_s_type(string path, string typed, FieldState state, string? value)
    {
        var (read, number) = TypedValue.Read(Form, path, typed);
        Assert.Equal((state, value), (read, number is null ? null : WrittenValue.Of(number)));
    }
}
