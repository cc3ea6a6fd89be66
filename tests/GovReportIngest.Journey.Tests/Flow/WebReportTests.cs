using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.SampleGenerator.Web;

namespace GovReportIngest.Journey.Tests.Flow;

/// <summary>Figures of real reports on web pages of many looks: everything is exact, nothing is open.</summary>
public sealed class WebReportTests
{
    private const int LooksEach = 3;

    public static TheoryData<string> Figures => [.. FigureLibrary.Load().Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task Published_figures_on_a_web_page_are_exact(string id)
    {
        var entry = FigureLibrary.Named(id);
        for (var number = 0; number < LooksEach; number++)
        {
            var dice = new Dice(17).Child($"{id}/{number}");
            var agency = entry.Agency.Length > 0 ? entry.Agency : "青塘县财政局";
            var report = ReportWriter.Write(agency, entry.Year, entry.Figures, PartNumbering.Bracketed, dice.Child("prose"));
            var look = WebLook.Choose(dice.Child("look"));

            var record = await StructuredReports.IngestAsync("a.html", WebPage.Write(report, look, dice.Child("frame")));

            Assert.Equal([], StructuredReports.Faults(record, report).Take(5).Select(fault => $"{look}: {fault}"));
            Assert.Equal(("text/html", "web-page"), (record.Source.MediaType, record.Pages.Single().Why));
        }
    }

    [Fact]
    public void A_seed_gives_the_same_page_and_another_seed_another()
    {
        Assert.Equal(Page(1), Page(1));
        Assert.NotEqual(Page(1), Page(2));
    }

    private static byte[] Page(ulong seed)
    {
        var entry = FigureLibrary.Named("jinhu_2023");
        var report = ReportWriter.Write(entry.Agency, entry.Year, entry.Figures, PartNumbering.Bracketed, new Dice(seed));
        return WebPage.Write(report, WebLook.Choose(new Dice(seed)), new Dice(seed));
    }
}
