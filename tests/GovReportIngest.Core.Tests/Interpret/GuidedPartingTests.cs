using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Read;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret;

/// <summary>Files whose reports begin where a person said.</summary>
public sealed class GuidedPartingTests
{
    private static readonly string Sample = File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md")).ReplaceLineEndings("\n").TrimEnd('\n');

    [Fact]
    public void The_same_report_twice_is_two_where_a_person_points_to_the_first_heading_of_the_second()
    {
        var page = TextReports.PageOf(Sample + "\n\n" + Sample);
        var heading = page.Lines.Last(line => line.Text.Contains("一、总体情况", StringComparison.Ordinal)).Number;

        var parts = Part([page], new ReportStart.OnLine(heading));

        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Equal("cn-gov-disclosure-annual/2021", part.Match.Form?.Id));
        Assert.Equal(parts[0].Layout.Blocks.Count, parts[1].Layout.Blocks.Count);
        Assert.Contains("年度报告", Assert.IsType<Block.OfLine>(parts[1].Layout.Blocks[0]).Line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_reports_are_one_where_a_person_says_so_and_places_that_are_not_there_part_nothing()
    {
        var page = TextReports.PageOf(File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "two-reports.txt")));
        Assert.Equal(2, new ReportParting(new(TextReports.Forms)).Part(new LayoutAnalyzer().Analyze([page]), [page]).Count);

        Assert.Single(Part([page]));
        Assert.Single(Part([page], new ReportStart.OnLine(100_000), new ReportStart.AtNode("p[1]"), new ReportStart.OnPage(7)));
    }

    [Fact]
    public void A_report_that_begins_on_a_page_has_that_page_and_those_behind_it_whatever_could_be_read_there()
    {
        ReadPage[] pages = [Page(1, "甲"), Page(2, "乙"), Page(3), Page(4, "丙"), Page(5)];

        var parts = Part(pages, new ReportStart.OnPage(3));

        Assert.Equal([[1, 2], [3, 4, 5]], parts.Select(part => part.Pages.Select(page => page.Number)));
        Assert.Equal([2, 1], parts.Select(part => part.Layout.Blocks.Count));
    }

    private static IReadOnlyList<ReportPart> Part(ReadPage[] pages, params ReportStart[] starts) =>
        new GuidedParting(new(TextReports.Forms)).Part(new LayoutAnalyzer().Analyze(pages), pages, starts);

    private static ReadPage Page(int number, params string[] paragraphs) => new()
    {
        Number = number, SourcePage = number, Reading = PageReading.Text, Why = "test", Flow = [.. paragraphs.Select((text, index) => new FlowBlock.Paragraph($"p[{index + 1}]", text))],
    };
}
