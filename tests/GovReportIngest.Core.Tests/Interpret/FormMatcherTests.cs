using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;
using static GovReportIngest.Core.Tests.Interpret.MessyReport;

namespace GovReportIngest.Core.Tests.Interpret;

/// <summary>The form is told by what stands in the report; where that does not tell, a person is asked.</summary>
public sealed class FormMatcherTests
{
    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void A_complete_report_is_of_one_form_for_certain(string form)
    {
        var record = TextReports.Ingest(Report(form).Write());

        Assert.EndsWith(form, record.Form!.Id, StringComparison.Ordinal);
        Assert.DoesNotContain(record.Review, item => item.Reason == "form-uncertain");
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Without_the_table_in_which_the_forms_differ_the_form_is_uncertain(string form)
    {
        var text = Report(form).Write();
        var (from, to) = (text.IndexOf("第二十条", StringComparison.Ordinal), text.IndexOf("三、收到和处理", StringComparison.Ordinal));

        var record = TextReports.Ingest(text.Remove(from, to - from));

        Assert.Contains(record.Review, item => item.Reason == "form-uncertain");
        Assert.Equal(Outcome.NeedsReview, record.Outcome);
    }

    [Fact]
    public void Where_no_form_fits_well_the_fields_of_the_likeliest_are_all_asked_for()
    {
        var lines = Report("2021").Write().Split('\n');
        int Heading(string number) => Array.FindIndex(lines, line => line.Contains(number, StringComparison.Ordinal) && line.Length < 40);

        // Of its tables only the first is left.
        var (third, fourth, fifth) = (Heading("三、收到和处理"), Heading("四、"), Heading("五、"));
        var record = TextReports.Ingest(string.Join('\n', [.. lines[..(third + 1)], lines[fourth], .. lines[fifth..]]));

        Assert.Null(record.Form);
        Assert.Contains("cn-gov-disclosure-annual/2021", Assert.Single(record.Review, item => item.Reason == "form-unknown").Detail, StringComparison.Ordinal);
        var fields = record.Fields.Where(field => !field.Key.StartsWith("report.", StringComparison.Ordinal)).ToList();
        Assert.Equal(200, fields.Count(field => field.Value.Review == ReviewState.Open));
        Assert.Contains(fields, field => field.Value.Reasons.Contains("form-unknown") && field.Value.State == FieldState.Printed);
        Assert.All(fields.Where(field => field.Key.StartsWith("requests.", StringComparison.Ordinal)),
            field => Assert.Equal((FieldState.Missing, "table-not-found"), (field.Value.State, Assert.Single(field.Value.Reasons))));
    }

    [Fact]
    public void A_text_that_is_no_such_report_gets_no_fields_of_a_form()
    {
        var record = TextReports.Ingest("关于召开会议的通知\n\n一、时间\n\n明天上午。\n\n二、其他\n\n请准时参加。\n");

        Assert.Null(record.Form);
        Assert.All(record.Fields, field => Assert.StartsWith("report.", field.Key, StringComparison.Ordinal));
    }

    private static MessyReport Report(string form) =>
        new(TextReports.Forms.Find($"cn-gov-disclosure-annual/{form}")!, Shape.Tabs, Harm.OneRowForOther, seed: 1);
}
