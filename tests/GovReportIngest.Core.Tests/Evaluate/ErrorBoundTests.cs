using GovReportIngest.Core.Evaluate;

namespace GovReportIngest.Core.Tests.Evaluate;

public sealed class ErrorBoundTests
{
    [Theory]
    [InlineData(0, 6000, 0.000499)]
    [InlineData(0, 10, 0.2589)]
    [InlineData(1, 100, 0.0466)]
    [InlineData(3, 50, 0.1478)]
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 1)]
    public void The_exact_bound_is_that_of_published_tables(int errors, int fields, double bound) =>
        Assert.Equal(bound, (double)ErrorBound.ClopperPearson(errors, fields), 4);

    [Fact]
    public void Errors_of_one_document_leave_more_doubt_than_the_same_errors_spread_over_all()
    {
        var spread = Enumerable.Range(0, 40).Select(document => (document < 8 ? 1 : 0, 100)).ToList();
        var together = Enumerable.Range(0, 40).Select(document => (document < 1 ? 8 : 0, 100)).ToList();

        Assert.InRange(ErrorBound.ByDocument(spread), 0.002m, 0.004m);
        Assert.True(ErrorBound.ByDocument(together) > ErrorBound.ByDocument(spread));
        Assert.Equal(ErrorBound.ByDocument(together), ErrorBound.ByDocument(together));
        Assert.Equal(0, ErrorBound.ByDocument([(0, 100)]));
    }
}
