using System.Text.Json;

namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>Figures of real reports (figures/*.json beside the program): published facts, without any of their prose.</summary>
internal sealed record LibraryEntry(string Id, string Agency, int Year, FigureSet Figures);

internal static class FigureLibrary
{
    private static readonly (string Short, string Table)[] Tables =
        [("t2", "proactive_disclosure"), ("t3", "requests"), ("t4", "review_litigation")];

    public static IReadOnlyList<LibraryEntry> Load() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "figures"), "*.json")
            .Order(StringComparer.Ordinal).Select(Read)];

    public static LibraryEntry Named(string id) =>
        Read(Path.Combine(AppContext.BaseDirectory, "figures", id + ".json"));

    private static LibraryEntry Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement;
        var tables = root.GetProperty("tables");
        var figures = new FigureSet(ShapeOf(root.GetProperty("form_generation").GetString()!, tables.GetProperty("t3")));
        foreach (var (name, table) in Tables)
            Fill(figures, table, tables.GetProperty(name));
        return new LibraryEntry(
            root.GetProperty("id").GetString()!, root.GetProperty("agency").GetString() ?? "", root.GetProperty("year").GetInt32(), figures);
    }

    private static FormShape ShapeOf(string generation, JsonElement requests) =>
        generation == "2019-2020" ? FormShape.Of2019
        : requests.TryGetProperty("other_processing", out _) ? FormShape.Of2021WithOneOtherRow
        : FormShape.Of2021;

    private static void Fill(FigureSet figures, string table, JsonElement rows)
    {
        foreach (var row in rows.EnumerateObject().Where(row => row.Value.ValueKind == JsonValueKind.Object))
            foreach (var cell in row.Value.EnumerateObject())
                figures[$"{table}.{row.Name}.{cell.Name}"] =
                    cell.Value.ValueKind == JsonValueKind.Null ? Cell.Blank : Cell.Of(cell.Value.GetDecimal());
    }
}
