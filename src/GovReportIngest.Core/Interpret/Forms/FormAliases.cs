namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>More labels of rows, said apart from the rows: <c>aliases</c> of a form file has lists of them by table and row (<c>requests.total_processed</c>).</summary>
public static class FormAliases
{
    /// <param name="text">Of the section, its key in the first line.</param>
    /// <exception cref="FormFileException">The text is no such section.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Parse(string text)
    {
        using var reader = new StringReader(text);
        return Read(FormNode.Parse("aliases", reader).AsMap().Require("aliases"));
    }

    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(FormNode section) => section.AsMap().Entries.ToDictionary(
        row => row.Key, row => (IReadOnlyList<string>)[.. row.Value.AsList().Items.Select(item => item.AsText())], StringComparer.Ordinal);

    /// <summary>The tables with these labels beside those of their rows.</summary>
    /// <exception cref="FormFileException">No table has such a row.</exception>
    internal static List<FormTable> Add(List<FormTable> tables, FormNode section)
    {
        var more = Read(section);
        var rows = tables.SelectMany(table => RowsOf(table).Select(row => $"{table.Key}.{row.Key}")).ToHashSet(StringComparer.Ordinal);
        if (more.Keys.FirstOrDefault(row => !rows.Contains(row)) is { } unknown)
            throw section.AsMap().Require(unknown).Wrong($"no table has a row \"{unknown}\"");
        return [.. tables.Select(table => table with
        {
            Blocks = [.. table.Blocks.Select(block => block with { Rows = With(table, block.Rows, more) })],
            Variants = [.. table.Variants.Select(variant => variant with { Rows = With(table, variant.Rows, more) })],
        })];
    }

    private static IEnumerable<FormRow> RowsOf(FormTable table) => table.Blocks.SelectMany(block => block.Rows).Concat(table.Variants.SelectMany(variant => variant.Rows));

    private static List<FormRow> With(FormTable table, IReadOnlyList<FormRow> rows, IReadOnlyDictionary<string, IReadOnlyList<string>> more) =>
        [.. rows.Select(row => more.TryGetValue($"{table.Key}.{row.Key}", out var labels) ? row with { Aliases = [.. row.Aliases.Union(labels)] } : row)];
}
