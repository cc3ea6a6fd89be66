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

    private static MessyReport Report(string form) =>
        new(TextReports.Forms.Find($"cn-gov-disclosure-annual/{form}")!, Shape.Tabs, Harm.OneRowForOther, seed: 1);
}
