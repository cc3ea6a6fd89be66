using System.Text.Json;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.TestKit.Figures;

/// <summary>
/// The figures of one report: what stands in every cell, with the sums that its print breaks. Read from the figure files of real
/// reports, which the sample generator uses too, or made up by a test.
/// </summary>
/// <param name="Cells">By path; null for a cell that prints no number. Rows that are not printed are absent.</param>
/// <param name="Violations">Ids of the identities that do not hold.</param>
public sealed record FigureFile(
    string Id, string? Agency, int Year, FormDefinition Form, IReadOnlyDictionary<string, decimal?> Cells, IReadOnlySet<string> Violations)
{
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["t2"] = "proactive_disclosure", ["t3"] = "requests", ["t4"] = "review_litigation", ["fj_stat"] = "appendix",
    };

    public override string ToString() => Id;

    private static readonly string[] Folders = [Repository.PathOf("tools", "GovReportIngest.SampleGenerator", "figures"), Repository.PathOf("tools", "GovReportIngest.SampleGenerator", "figures", "appendix")];

    /// <summary>Ids of the files of 24 reports.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Folders.SelectMany(folder => Directory.GetFiles(folder, "*.json")).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public static FigureFile Load(string id)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Folders.Select(folder => Path.Combine(folder, id + ".json")).Single(File.Exists)));
        var root = json.RootElement;
        var cells = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var table in root.GetProperty("tables").EnumerateObject())
            foreach (var row in table.Value.EnumerateObject().Where(row => row.Value.ValueKind is JsonValueKind.Object))
                foreach (var cell in row.Value.EnumerateObject())
                    cells[$"{Tables[table.Name]}.{row.Name}.{cell.Name}"] = cell.Value.ValueKind is JsonValueKind.Null ? null : cell.Value.GetDecimal();
        return new(
            id, root.GetProperty("agency").GetString(), root.GetProperty("year").GetInt32(), FormOf(root.GetProperty("form_generation").GetString()!),
            cells, root.GetProperty("violations").EnumerateArray().Select(CheckOf).OfType<string>().ToHashSet(StringComparer.Ordinal));
    }

    private static FormDefinition FormOf(string generation) => TextReports.Forms.Find(generation switch
    {
        "2021+" => "cn-gov-disclosure-annual/2021",
        "2019-2020" => "cn-gov-disclosure-annual/2019",
        "2008-2013" => "cn-fujian-disclosure-appendix/2009",
        "2014-2018 (Fujian appendix)" => "cn-fujian-disclosure-appendix/2014",
        _ => throw new InvalidOperationException($"Which form is {generation}?"),
    })!;

    /// <summary>Null for violations that speak of prose or of other years.</summary>
    private static string? CheckOf(JsonElement violation) => violation.GetProperty("identity").GetString() switch
    {
        "t3.balance" => $"requests.balance[{violation.GetProperty("col").GetString()}]",
        "t3.result_sum" => $"requests.result_sum[{violation.GetProperty("col").GetString()}]",
        "t3.total_col" => $"requests.total_col[{violation.GetProperty("row").GetString()}]",
        "t4.total" => $"review_litigation.total[{violation.GetProperty("block").GetString()}]",
        "fj.proactive_total" => $"appendix.proactive[{violation.GetProperty("col").GetString()}]",
        var text when text!.StartsWith("text_", StringComparison.Ordinal) => null,
        var other => throw new InvalidOperationException($"Which identity is {other}?"),
    };
}
