using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Series;

/// <summary>The concepts of <c>models/concepts.yaml</c>, in its order.</summary>
public sealed class ConceptCatalogue
{
    private ConceptCatalogue(IReadOnlyList<Concept> concepts) => Concepts = concepts;

    public IReadOnlyList<Concept> Concepts { get; }

    public Concept? Find(string key) => Concepts.FirstOrDefault(concept => concept.Key == key);

    /// <param name="file">Path of the file.</param>
    /// <param name="forms">Have the fields that it names.</param>
    /// <exception cref="FormFileException">The file is wrong, or names a form or field that is not there.</exception>
    public static ConceptCatalogue Load(string file, FormLibrary forms)
    {
        using var text = File.OpenText(file);
        var root = FormNode.Parse(Path.GetFileName(file), text).AsMap();
        root.AllowOnly("concepts");
        var concepts = new List<Concept>();
        foreach (var node in root.Require("concepts").AsList().Items)
        {
            var concept = Read(node.AsMap(), forms);
            if (concepts.Any(other => other.Key == concept.Key))
                throw node.Wrong($"the concept {concept.Key} is defined twice");
            concepts.Add(concept);
        }

        return new(concepts);
    }

    private static Concept Read(FormNode.Map node, FormLibrary forms)
    {
        node.AllowOnly("key", "unit", "en", "zh", "note_en", "note_zh", "forms");
        string Text(string key) => node.Require(key).AsText();
        var unit = Text("unit");
        return new()
        {
            Key = Text("key"), Unit = unit, English = Text("en"), Chinese = Text("zh"), EnglishNote = Text("note_en"), ChineseNote = Text("note_zh"),
            Forms = node.Require("forms").AsMap().Entries.ToDictionary(
                entry => entry.Key, entry => ReadFormula(entry.Value, forms.Find(entry.Key) ?? throw entry.Value.Wrong($"there is no form {entry.Key}"), unit), StringComparer.Ordinal),
        };
    }

    /// <summary>Counts may have other units in other forms (条, 件); money must not.</summary>
    private static ConceptFormula ReadFormula(FormNode node, FormDefinition form, string unit)
    {
        var units = UnitsOf(form);
        var alternatives = node.AsText().Split('|').Select(sum => (IReadOnlyList<string>)[.. sum.Split('+').Select(path => path.Trim())]).ToList();
        foreach (var path in alternatives.SelectMany(paths => paths))
            if (!units.TryGetValue(path, out var known))
                throw node.Wrong($"{form.Id} has no field \"{path}\"");
            else if (known is not null && known != unit)
                throw node.Wrong($"{path} is in {known}, not in {unit}");
        return new(alternatives);
    }

    /// <summary>By the paths of all fields, units of money; null for counts.</summary>
    private static Dictionary<string, string?> UnitsOf(FormDefinition form)
    {
        var units = FormSheet.OfAllVariants(form).SelectMany(sheet => sheet.Paths).Distinct().ToDictionary(path => path, _ => (string?)null, StringComparer.Ordinal);
        foreach (var table in form.Tables)
            foreach (var block in table.Blocks)
                foreach (var column in block.Columns.Concat(table.ColumnVariants.SelectMany(variant => variant.Columns)))
                    foreach (var row in block.Rows.Concat(table.Variants.SelectMany(variant => variant.Rows)).Where(row => (row.Type ?? column.Type) is FieldType.Decimal))
                        if (units.ContainsKey(table.PathOf(row, column)))
                            units[table.PathOf(row, column)] = row.Unit ?? column.Unit;
        return units;
    }
}
