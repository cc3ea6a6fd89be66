using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Docx;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.Journey.Tests.Flow;

/// <summary>Figures of real reports in files of word processors of many looks: everything is exact, nothing is open.</summary>
public sealed class WordReportTests
{
    private const int LooksEach = 3;

    public static TheoryData<string> Figures => [.. FigureLibrary.Load().Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task Published_figures_in_a_word_file_are_exact(string id)
    {
        var entry = FigureLibrary.Named(id);
        for (var number = 0; number < LooksEach; number++)
        {
            var dice = new Dice(23).Child($"{id}/{number}");
            var report = ReportWriter.Write(entry.Agency.Length > 0 ? entry.Agency : "青塘县财政局", entry.Year, entry.Figures, PartNumbering.Bracketed, dice.Child("prose"));
            var look = WordLook.Choose(dice.Child("look"));

            var record = await StructuredReports.IngestAsync("a.docx", WordFile.Write(report, look));

            Assert.Equal([], StructuredReports.Faults(record, report).Take(5).Select(fault => $"{look}: {fault}"));
            Assert.Equal("word-document", record.Pages.Single().Why);
        }
    }

    [Fact]
    public void A_report_in_a_look_gives_the_same_bytes()
    {
        var entry = FigureLibrary.Named("jinhu_2023");
        var report = ReportWriter.Write(entry.Agency, entry.Year, entry.Figures, PartNumbering.Bracketed, new Dice(1));

        Assert.Equal(WordFile.Write(report, WordLook.Choose(new Dice(1))), WordFile.Write(report, WordLook.Choose(new Dice(1))));
    }
}
