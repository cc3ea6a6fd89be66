using System.Globalization;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Series;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Series;

/// <summary>Series for people: year by year, and below it what is to be known before years are compared.</summary>
internal static class SeriesText
{
    public static void Write(TextWriter output, Tongue tongue, ConceptCatalogue catalogue) => TextColumns.Write(
        output, [tongue["concept", "指标"], tongue["meaning", "含义"], tongue["unit", "单位"], tongue["forms", "表式数"]],
        [.. catalogue.Concepts.Select(concept => (IReadOnlyList<string>)[concept.Key, concept.Name(tongue), concept.Unit, concept.Forms.Count.ToString(CultureInfo.InvariantCulture)])], new HashSet<int> { 3 });

    public static void Write(TextWriter output, Tongue tongue, Concept concept, IReadOnlyList<AgencySeries> agencies, FormLibrary forms, int most)
    {
        output.WriteLine($"{concept.Name(tongue)} ({concept.Unit})");
        output.WriteLine(concept.Note(tongue));
        foreach (var agency in agencies.Take(most))
        {
            output.WriteLine();
            output.WriteLine(TerminalText.Printable(agency.Agency));
            Write(output, tongue, agency, forms);
        }

        if (agencies.Count > most)
            output.WriteLine(tongue[$"… and {agencies.Count - most} more agencies (--limit, --json)", $"…… 另有 {agencies.Count - most} 个机关（--limit、--json）"]);
    }

    private static void Write(TextWriter output, Tongue tongue, AgencySeries agency, FormLibrary forms)
    {
        TextColumns.Write(output, [tongue["year", "年度"], tongue["value", "数值"], "", tongue["form", "表式"], tongue["report", "报告"], tongue["page", "页"]],
            [.. agency.Points.Select(point => Row(point, agency, tongue))], new HashSet<int> { 1, 5 });
        foreach (var year in agency.Breaks)
            output.WriteLine(tongue[$"{year}: another form than before; figures may mean something else", $"{year} 年起改用其他表式，数字口径可能不同"]);
        if (agency.Gaps.Count > 0)
            output.WriteLine(tongue[$"no report of {string.Join(", ", agency.Gaps)}", $"缺 {string.Join("、", agency.Gaps)} 年报告"]);
        foreach (var year in agency.Clashes)
            output.WriteLine(tongue[$"{year}: reports say different values", $"{year} 年有多份报告，数值不一致"]);
        foreach (var outlier in agency.Outliers)
            output.WriteLine(tongue[
                $"{outlier.Point.Year}: {Number(outlier.Point.Value)} is far from {Others(outlier, ": ")}, beside which {Whole(outlier.From)} to {Whole(outlier.To)} would be usual; look at report {outlier.Point.Report}",
                $"{outlier.Point.Year} 年为 {Number(outlier.Point.Value)}，与其他年度（{Others(outlier, " 年 ")}）相差悬殊，通常应在 {Whole(outlier.From)} 至 {Whole(outlier.To)} 之间，请核对报告 {outlier.Point.Report}"]);
        foreach (var stretch in agency.TooShort)
            output.WriteLine(tongue[$"{stretch.Form}: values of {stretch.Years} {(stretch.Years == 1 ? "year" : "years")}, too few to find any that is far off", $"{stretch.Form}：只有 {stretch.Years} 个年度的数值，不足以判断有无悬殊"]);
        foreach (var finding in agency.Continuity.Findings)
            output.WriteLine(TerminalText.Printable(ContinuityWords.Of(finding, forms, tongue)));
    }

    private static IReadOnlyList<string> Row(SeriesPoint point, AgencySeries agency, Tongue tongue)
    {
        string[] marks =
        [
            point.Reading.IsOpen ? tongue["to be reviewed", "待核"] : "", point.Reading.AssumedZero.Count > 0 ? tongue["blanks as 0", "空白计为 0"] : "",
            agency.Outliers.Any(outlier => outlier.Point == point) ? tongue["far off", "悬殊"] : "",
        ];
        return
        [
            point.Year.ToString(CultureInfo.InvariantCulture), Number(point.Value), string.Join(", ", marks.Where(mark => mark.Length > 0)), point.Form, point.Report,
            point.Reading.Fields.SelectMany(field => field.Value.Evidence).OfType<Evidence.OnPage>().FirstOrDefault()?.Page.ToString(CultureInfo.InvariantCulture) ?? "",
        ];
    }

    private static string Others(SeriesOutlier outlier, string between) => string.Join(", ", outlier.Others.Select(point => $"{point.Year}{between}{Number(point.Value)}"));

    private static string Whole(decimal value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Number(decimal? value) => value?.ToString("#,0.####", CultureInfo.InvariantCulture) ?? "?";
}
