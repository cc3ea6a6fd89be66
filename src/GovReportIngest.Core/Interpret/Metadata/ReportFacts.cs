using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>
/// The fields <c>report.*</c>: what the title says, the place in the agency's name, the period that the text states; and whether title
/// and text speak of the same report. What is printed stands; where they differ, a person decides.
/// </summary>
internal static class ReportFacts
{
    private const string NoAgency = "no-agency";
    private const int LongestPlaceLine = 40;

    /// <param name="head">What stands above the first section.</param>
    /// <param name="all">All blocks of the report.</param>
    /// <param name="prose">Lines outside of tables and title, in reading order.</param>
    /// <param name="titleLines">Those of the title; empty where none was found.</param>
    /// <param name="title"><c>report.title</c>, <c>report.agency</c> and <c>report.year</c>.</param>
    public static IReadOnlyList<FieldReading> Of(
        IReadOnlyList<Block> head, IReadOnlyList<Block> all, IReadOnlyList<Block.OfLine> prose, IReadOnlyList<Block.OfLine> titleLines, IReadOnlyList<FieldReading> title)
    {
        var text = new ReportText(Below(all, prose, titleLines));
        var periods = PeriodReader.Find(text);
        var fields = title.ToDictionary(field => field.Path, StringComparer.Ordinal);
        var (printed, agency, year) = (fields[ReportPaths.Title], fields[ReportPaths.Agency], fields[ReportPaths.Year]);
        var period = PeriodField.Of(text, periods, year);
        var region = Region(agency, titleLines, head);
        if (titleLines.Count > 0)
        {
            var repeats = RepeatedTitles.Find(head, all, titleLines);
            (agency, region) = AgencyConflict.Check(agency, region, text, repeats);
            year = YearConflict.Check(year, text, periods, repeats);
            if (head.OfType<Block.OfLine>().Any(line => repeats.Any(repeat => !line.Look.IsRunning && repeat.Place == line.Line.Locate()
                && (IsOpened(agency, repeat.Names.Agency) || IsOpened(year, repeat.Names.Year)))))
                printed = printed with { Doubts = [.. printed.Doubts, TitleConflict.Code] };
        }

        return [printed, agency, region, year, period];
    }

    private static bool IsOpened(FieldReading field, object? other) =>
        other is not null && field.Doubts.Contains(TitleConflict.Code) && field.Alternatives.Any(candidate => candidate.Value switch
        {
            FieldValue.Words(var words) => words.Equals(other),
            FieldValue.Number(var amount) => amount.Equals(other),
            _ => false,
        });

    private static List<Block.OfLine> Below(IReadOnlyList<Block> all, IReadOnlyList<Block.OfLine> prose, IReadOnlyList<Block.OfLine> title)
    {
        var lines = prose.Where(line => !line.Look.IsRunning && line.Line.Text.Trim().Length > 0);
        if (title.Count == 0)
            return [.. lines];
        var above = new HashSet<Block>(all.TakeWhile(block => !ReferenceEquals(block, title[^1])), ReferenceEqualityComparer.Instance);
        return [.. lines.Where(line => !above.Contains(line))];
    }

    private static FieldReading Region(FieldReading agency, IReadOnlyList<Block.OfLine> title, IReadOnlyList<Block> head)
    {
        FieldReading Absent(params string[] doubts) => new() { Path = ReportPaths.Region, State = FieldState.Missing, Class = ReadingClass.Narrative, Doubts = doubts };
        if (agency.Value is not FieldValue.Words(var name))
            return Absent(NoAgency);
        var (region, isSure) = RegionName.Of(name);
        List<string> doubts = [.. agency.Doubts.Where(doubt => doubt != "agency-without-region"), .. isSure ? Array.Empty<string>() : ["region-uncertain"]];
        if (region is not null)
            return agency with { Path = ReportPaths.Region, Printed = region, Value = new FieldValue.Words(region), Evidence = ReportTitle.Locate(title, region), Doubts = doubts };
        // The place may stand on a line above, apart from the rest of the name.
        if (doubts.Count == 0 && agency.Doubts.Count > 0 && head.OfType<Block.OfLine>().TakeWhile(line => !title.Contains(line, ReferenceEqualityComparer.Instance))
            .Any(line => !line.Look.IsRunning && line.Line.Text.Length <= LongestPlaceLine && RegionName.Of(line.Line.Text.Trim()).Text is not null))
            doubts.Add("region-uncertain");
        return Absent([.. doubts]);
    }
}
