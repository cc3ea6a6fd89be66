namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>Turns the nodes of a form file into a definition; every key that it does not know is an error.</summary>
internal sealed class FormReader(FormParts parts)
{
    public FormDefinition Read(FormNode.Map root)
    {
        root.AllowOnly("form", "include", "sections", "tables", "identities", "across_years", "narrative", "aliases");
        var tables = parts.ItemsOf(root.Require("tables")).Select(Table).ToList();
        if (root.Find("aliases") is { } aliases)
            tables = FormAliases.Add(tables, aliases);
        Distinct(root, tables.SelectMany(PathsOf), "field");
        var form = new FormDefinition
        {
            Id = root.Require("form").AsText(),
            Hash = "",
            Tables = tables,
            Sections = [.. parts.ItemsOf(root.Require("sections")).Select(node => Section(node, tables))],
            Identities = [],
        };
        var rules = Rules(root, "identities", node => IdentityReader.Read(node, tables));
        var years = Rules(root, "across_years", node => IdentityReader.ReadAcrossYears(node, tables));
        Distinct(root, rules.Concat(years).Select(rule => rule.Id), "identity");
        var paths = tables.SelectMany(PathsOf).ToHashSet(StringComparer.Ordinal);
        List<NarrativeRule> narrative = root.Find("narrative") is { } said ? [.. parts.ItemsOf(said).Select(node => Narrative(node, paths))] : [];
        Distinct(root, narrative.Select(rule => rule.Path), "narrative rule");
        return form with { Narrative = narrative, IdentityRules = rules, YearRules = years, Identities = [.. rules.SelectMany(rule => rule.Expand(form, []))] };
    }

    private List<IdentityRule> Rules(FormNode.Map root, string key, Func<FormNode, IdentityRule> read) =>
        root.Find(key) is { } list ? [.. parts.ItemsOf(list).Select(read)] : [];

    private FormSection Section(FormNode node, List<FormTable> tables)
    {
        var map = node.AsMap();
        map.AllowOnly("key", "title", "aliases", "table");
        if (map.Find("table") is { } named && tables.All(table => table.Key != named.AsText()))
            throw named.Wrong($"the form has no table \"{named.AsText()}\"");
        return new(map.Require("key").AsText(), map.Require("title").AsText(), Texts(map, "aliases"), map.Find("table")?.AsText());
    }

    private NarrativeRule Narrative(FormNode node, HashSet<string> paths)
    {
        var map = node.AsMap();
        map.AllowOnly("field", "says", "denies", "except");
        var field = map.Require("field");
        if (!paths.Contains(field.AsText()))
            throw field.Wrong($"the form has no field \"{field.AsText()}\"");
        foreach (var phrase in parts.ItemsOf(map.Require("says")))
            if (phrase.AsText().Count(character => character == '#') != 1)
                throw phrase.Wrong("a phrase holds exactly one \"#\", where its number stands");
        return new(field.AsText(), Texts(map, "says"), Texts(map, "denies"), Texts(map, "except"));
    }

    private FormTable Table(FormNode node)
    {
        var map = node.AsMap();
        map.AllowOnly("key", "boilerplate", "blocks", "variants");
        var key = map.Require("key").AsText();
        var blocks = parts.ItemsOf(map.Require("blocks")).Select(Block).ToList();
        var known = blocks.SelectMany(block => block.Rows).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Key = key,
            Blocks = blocks,
            Boilerplate = Texts(map, "boilerplate"),
            Variants = [.. Variants(map, ofColumns: false).Select(item => Variant(item, key, known))],
            ColumnVariants = [.. Variants(map, ofColumns: true).Select(item => ColumnVariant(item, key, blocks))],
        };
    }

    private IEnumerable<FormNode.Map> Variants(FormNode.Map table, bool ofColumns) => table.Find("variants") is { } list
        ? parts.ItemsOf(list).Select(item => item.AsMap()).Where(item => item.Find("columns") is not null == ofColumns) : [];

    private ColumnVariant ColumnVariant(FormNode.Map map, string table, List<FormBlock> blocks)
    {
        map.AllowOnly("key", "replaces", "columns");
        var known = blocks.SelectMany(block => block.Columns).Select(column => column.Key).ToHashSet(StringComparer.Ordinal);
        var replaces = Texts(map, "replaces");
        foreach (var column in replaces)
            if (!known.Contains(column))
                throw map.Require("replaces").Wrong($"the table has no column \"{column}\"");
        return new($"{table}.{map.Require("key").AsText()}", replaces, [.. Columns(map.Require("columns"), "", [])]);
    }

    private FormBlock Block(FormNode node)
    {
        var map = node.AsMap();
        map.AllowOnly("header", "column_header_cell", "columns", "rows");
        List<FormColumn> columns = [.. Columns(map.Require("columns"), "", [])];
        // A block without row labels is one line of values under its columns.
        List<FormRow> rows = map.Find("rows") is { } list ? [.. Rows(list, [])] : [new() { Key = "", Label = "" }];
        return new(map.Find("header")?.AsText(), map.Find("column_header_cell")?.AsText(), columns, rows);
    }

    private IEnumerable<FormColumn> Columns(FormNode list, string prefix, IReadOnlyList<string> group)
    {
        foreach (var node in parts.ItemsOf(list))
        {
            var map = node.AsMap();
            if (map.Find("group") is { } label)
            {
                map.AllowOnly("key", "group", "columns");
                var inner = map.Find("key") is { } key ? $"{prefix}{key.AsText()}." : prefix;
                foreach (var column in Columns(map.Require("columns"), inner, [.. group, label.AsText()]))
                    yield return column;
            }
            else
                yield return Column(map, prefix, group);
        }
    }

    private FormColumn Column(FormNode.Map map, string prefix, IReadOnlyList<string> group)
    {
        map.AllowOnly("key", "label", "aliases", "type", "unit");
        return new()
        {
            Key = prefix + map.Require("key").AsText(),
            Label = map.Require("label").AsText(),
            Aliases = Texts(map, "aliases"),
            Group = group,
            Type = map.Find("type") is { } type ? TypeOf(type) : FieldType.Integer,
            Unit = map.Find("unit")?.AsText(),
        };
    }

    private static FieldType TypeOf(FormNode node) => node.AsText() switch
    {
        "integer" => FieldType.Integer,
        "signed-integer" => FieldType.SignedInteger,
        "decimal" => FieldType.Decimal,
        var other => throw node.Wrong($"unknown type \"{other}\"; known: integer, signed-integer, decimal"),
    };

    private IEnumerable<FormRow> Rows(FormNode list, IReadOnlyList<string> group)
    {
        foreach (var node in parts.ItemsOf(list))
        {
            var map = node.AsMap();
            if (map.Find("group") is { } label)
            {
                map.AllowOnly("group", "rows");
                foreach (var row in Rows(map.Require("rows"), [.. group, label.AsText()]))
                    yield return row;
            }
            else
                yield return Row(map, group);
        }
    }

    private FormRow Row(FormNode.Map map, IReadOnlyList<string> group)
    {
        map.AllowOnly("key", "label", "aliases", "optional", "type", "unit");
        return new()
        {
            Key = map.Require("key").AsText(),
            Label = map.Require("label").AsText(),
            Aliases = Texts(map, "aliases"),
            Group = group,
            IsOptional = map.Find("optional") is { } optional && IsTrue(optional),
            Type = map.Find("type") is { } type ? TypeOf(type) : null,
            Unit = map.Find("unit")?.AsText(),
        };
    }

    private RowVariant Variant(FormNode.Map map, string table, HashSet<string> known)
    {
        map.AllowOnly("key", "replaces", "rows");
        var replaces = Texts(map, "replaces");
        foreach (var row in replaces)
            if (!known.Contains(row))
                throw map.Require("replaces").Wrong($"the table has no row \"{row}\"");
        return new($"{table}.{map.Require("key").AsText()}", replaces, [.. Rows(map.Require("rows"), [])]);
    }

    internal static bool IsTrue(FormNode node) => node.AsText() switch
    {
        "true" => true,
        "false" => false,
        _ => throw node.Wrong("true or false is expected here"),
    };

    private IReadOnlyList<string> Texts(FormNode.Map map, string key) =>
        map.Find(key) is { } list ? [.. parts.ItemsOf(list).Select(item => item.AsText())] : [];

    private static IEnumerable<string> PathsOf(FormTable table) =>
        from block in table.Blocks from row in block.Rows from column in block.Columns select table.PathOf(row, column);

    private static void Distinct(FormNode.Map root, IEnumerable<string> names, string kind)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            if (!seen.Add(name))
                throw root.Wrong($"the {kind} \"{name}\" is defined twice");
    }
}
