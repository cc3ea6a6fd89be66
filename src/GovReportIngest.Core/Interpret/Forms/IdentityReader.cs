using System.Text.RegularExpressions;

namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>
/// Reads the small language of identities: <c>side = side</c>; a side is names joined by <c>+</c> and <c>-</c>;
/// <c>sum(first .. last)</c> stands for all names from first to last in the order of the form.
/// </summary>
internal static partial class IdentityReader
{
    public static IdentityRule Read(FormNode node, IReadOnlyList<FormTable> tables)
    {
        var map = node.AsMap();
        map.AllowOnly("id", "each", "holds", "soft");
        var id = map.Require("id");
        var table = tables.FirstOrDefault(table => id.AsText().StartsWith($"{table.Key}.", StringComparison.Ordinal))
            ?? throw id.Wrong($"the id \"{id.AsText()}\" must begin with the key of a table and a full stop");
        var scope = ScopeOf(map.Require("each"));
        var names = NamesOf(table, scope);
        var holds = map.Require("holds");
        var sides = holds.AsText().Split('=');
        if (sides.Length != 2)
            throw holds.Wrong("an identity has exactly one \"=\"");
        return new(
            id.AsText(), table.Key, scope, map.Find("soft") is { } soft && FormReader.IsTrue(soft),
            Side(holds, sides[0], names, table.Key), Side(holds, sides[1], names, table.Key));
    }

    private static IdentityScope ScopeOf(FormNode node) => node.AsText() switch
    {
        "column" => IdentityScope.Column,
        "row" => IdentityScope.Row,
        "block" => IdentityScope.Block,
        var other => throw node.Wrong($"unknown scope \"{other}\"; known: column, row, block"),
    };

    private static List<string> NamesOf(FormTable table, IdentityScope scope) => scope switch
    {
        IdentityScope.Column => [.. table.Blocks.SelectMany(block => block.Rows).Select(row => row.Key)],
        IdentityScope.Row => [.. table.Blocks.SelectMany(block => block.Columns).Select(column => column.Key)],
        _ => [.. table.Blocks.SelectMany(block => block.Columns).Select(column => column.Key[(column.Key.LastIndexOf('.') + 1)..]).Distinct()],
    };

    private static List<IdentityTerm> Side(FormNode node, string text, List<string> names, string table)
    {
        var terms = new List<IdentityTerm>();
        var at = 0;
        while (at < text.TrimEnd().Length)
        {
            var match = TermPattern().Match(text, at);
            if (!match.Success || (at > 0 && match.Groups["sign"].Length == 0))
                throw node.Wrong($"\"{text[at..].Trim()}\" cannot be understood; a side is: a + b - sum(c .. d)");
            var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
            terms.AddRange(Names(node, match, names, table).Select(name => new IdentityTerm(name, sign)));
            at += match.Length;
        }

        return terms.Count > 0 ? terms : throw node.Wrong("a side of the identity is empty");
    }

    private static List<string> Names(FormNode node, Match match, List<string> names, string table)
    {
        int IndexOf(string group) => names.IndexOf(match.Groups[group].Value) is >= 0 and var index
            ? index
            : throw node.Wrong($"the table {table} has no field \"{match.Groups[group].Value}\"");
        if (match.Groups["name"].Success)
            return [names[IndexOf("name")]];
        var (first, last) = (IndexOf("first"), IndexOf("last"));
        return first <= last ? names[first..(last + 1)] : throw node.Wrong("the range of the sum runs backwards");
    }

    [GeneratedRegex(@"\G\s*(?<sign>[+-])?\s*(?:sum\(\s*(?<first>\w+)\s*\.\.\s*(?<last>\w+)\s*\)|(?<name>\w+))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex TermPattern();
}
