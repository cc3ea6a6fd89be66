using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Narrative;

namespace GovReportIngest.Core.Tests.Check;

public sealed class NarrativeCheckTests
{
    private static readonly NarrativeRule Rule = new("requests.new_received.total", ["收到…申请#"], [], []);

    [Theory]
    [InlineData(7, true, false, CheckOutcome.Holds)]
    [InlineData(7, false, true, CheckOutcome.Holds)]
    [InlineData(9, true, false, CheckOutcome.Violated)]
    [InlineData(9, false, false, CheckOutcome.Unknown)]
    [InlineData(9, true, true, CheckOutcome.Unknown)]
    public void Text_contradicts_a_table_only_where_both_are_certain(int said, bool isCertain, bool isDoubtful, CheckOutcome expected)
    {
        var check = Assert.Single(NarrativeCheck.Evaluate([Says(said, isCertain)], _ => new(FieldState.Printed, 7), _ => isDoubtful));

        Assert.Equal((expected, CheckSeverity.Warning), (check.Outcome, check.Severity));
    }

    [Fact]
    public void One_uncertain_number_among_several_may_be_the_one_of_the_table()
    {
        var check = Assert.Single(NarrativeCheck.Evaluate([Says(9, true), Says(1, false)], _ => new(FieldState.Printed, 7), _ => false));

        Assert.Equal(CheckOutcome.Unknown, check.Outcome);
    }

    private static NarrativeStatement Says(int amount, bool isCertain) => new(Rule, amount, []) { IsCertain = isCertain };
}
