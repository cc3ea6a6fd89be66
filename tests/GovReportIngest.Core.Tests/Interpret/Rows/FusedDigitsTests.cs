using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Rows;

namespace GovReportIngest.Core.Tests.Interpret.Rows;

public sealed class FusedDigitsTests
{
    [Fact]
    public void A_run_of_digits_too_long_for_its_cells_is_given_up_at_once() =>
        Assert.Equal(0, FusedDigits.Read([new string('9', 400)], Integers(15)).Count);

    [Fact]
    public void A_run_that_fits_has_all_its_readings() => Assert.Equal(15, FusedDigits.Read([new string('9', 7)], Integers(3)).Count);

    private static FieldType[] Integers(int count) => [.. Enumerable.Repeat(FieldType.Integer, count)];
}
