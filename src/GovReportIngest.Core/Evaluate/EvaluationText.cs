using System.Globalization;
using System.Text;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Core.Evaluate;

/// <summary>The evaluation for people (plain text) and for machines (<c>govreport.evaluation/1</c>).</summary>
public static class EvaluationText
{
    private const int MistakesShown = 40;

    public static string ToPlainText(EvaluationReport report)
    {
        var text = new StringBuilder();
        foreach (var group in report.Groups)
            Group(text, group);
        foreach (var mistake in report.Mistakes.Take(MistakesShown))
            text.Append(Invariant($"{(mistake.IsSilent ? "SILENT" : "open  ")} {mistake.Document} {mistake.Path}: {mistake.Expected} expected, {mistake.Found} found\n"));
        if (report.Mistakes.Count > MistakesShown)
            text.Append(Invariant($"and {report.Mistakes.Count - MistakesShown} more\n"));
        return text.ToString();
    }

    public static byte[] ToJson(EvaluationReport report)
    {
        var json = new JsonText();
        json.Object(() =>
        {
            json.Name("schema").Text("govreport.evaluation/1");
            json.Name("groups").Array(report.Groups, group => json.Object(() => Group(json, group)), block: true);
            json.Name("mistakes").Array(report.Mistakes, mistake => json.Object(() => json
                .Name("document").Text(mistake.Document).Name("path").Text(mistake.Path).Name("expected").Text(mistake.Expected)
                .Name("found").Text(mistake.Found).Name("silent").Truth(mistake.IsSilent)), block: true);
        }, block: true);
        return json.ToUtf8();
    }

    private static void Group(StringBuilder text, GroupScore group)
    {
        text.Append(Invariant($"{group.Name}: {group.Documents} documents, {group.NothingOpen} with nothing open, {group.Absent} without record, form right in {group.FormsRight}\n"));
        Fields(text, "all fields", group.All);
        Fields(text, "not 0", group.NonZero);
        text.Append(Invariant($"  tables      {group.TablesExact} of {group.Tables} exact\n"));
        if (group.Outlines > 0)
            text.Append(Invariant($"  headings    F1 {group.HeadingF1:0.0000}, {group.OutlinesExact} of {group.Outlines} outlines exact\n"));
        if (group.CharacterErrorRate is { } rate)
            text.Append(Invariant($"  characters  {rate * 100:0.00} % wrong of {group.Characters}\n"));
        text.Append(Invariant($"  findings    {group.ViolationsFound} found, {group.ViolationsMissed} missed, {group.ViolationsInvented} invented\n"));
        foreach (var bin in group.Calibration)
            text.Append(Invariant($"  trust       {bin.From:0.###}-{bin.To:0.###}: {bin.Fields} fields, said {bin.MeanProbability:0.00000}, were {(decimal)bin.Exact / bin.Fields:0.00000}\n"));
        text.Append('\n');
    }

    private static void Fields(StringBuilder text, string name, FieldScore score) => text.Append(Invariant(
        $"  {name,-11} {score.Exact} of {score.Fields} exact ({Percent(score.Exact, score.Fields)}), {score.Flagged} flagged ({Percent(score.Flagged, score.Fields)}), {score.SilentWrong} silent wrong\n"));

    private static void Group(JsonText json, GroupScore group)
    {
        json.Name("name").Text(group.Name).Name("documents").Number(group.Documents).Name("absent").Number(group.Absent)
            .Name("nothingOpen").Number(group.NothingOpen).Name("formsRight").Number(group.FormsRight);
        Fields(json.Name("all"), group.All);
        Fields(json.Name("nonZero"), group.NonZero);
        json.Name("tables").Number(group.Tables).Name("tablesExact").Number(group.TablesExact)
            .Name("headingF1").Number(Round(group.HeadingF1)).Name("outlines").Number(group.Outlines).Name("outlinesExact").Number(group.OutlinesExact)
            .Name("characters").Number(group.Characters).Name("characterErrorRate").Number(Round(group.CharacterErrorRate))
            .Name("violations").Object(() => json.Name("found").Number(group.ViolationsFound)
                .Name("missed").Number(group.ViolationsMissed).Name("invented").Number(group.ViolationsInvented))
            .Name("calibration").Array(group.Calibration, bin => json.Object(() => json
                .Name("from").Number(bin.From).Name("to").Number(bin.To).Name("fields").Number(bin.Fields)
                .Name("meanProbability").Number(Round(bin.MeanProbability)).Name("exact").Number(bin.Exact)));
    }

    private static void Fields(JsonText json, FieldScore score) => json.Object(() => json
        .Name("fields").Number(score.Fields).Name("exact").Number(score.Exact).Name("flagged").Number(score.Flagged).Name("silentWrong").Number(score.SilentWrong));

    private static string Percent(int part, int whole) => whole == 0 ? "–" : Invariant($"{100m * part / whole:0.00} %");

    private static decimal? Round(decimal? value) => value is { } number ? Math.Round(number, 6) : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
