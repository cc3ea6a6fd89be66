namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>
/// Reads the small language of identities: <c>side = side</c>; a side is names joined by <c>+</c> and <c>-</c>;
/// <c>sum(first .. last)</c> stands for all names from first to last in the order of the form; between years, <c>previous.name</c> is
/// the figure of the year before.
/// </summary>
internal static class IdentityReader
{
    private const string Previous = "previous.";

    public static IdentityRule Read(FormNode node, IReadOnlyList<FormTable> tables)
    {
        var rule = ReadAcrossYears(node, tables);
        return rule.Left.Concat(rule.Right).Any(term => term.IsOfPreviousYear)
            ? throw node.AsMap().Require("holds").Wrong($"\"{Previous}\" has a meaning only below across_years") : rule;
    }

    public static IdentityRule ReadAcrossYears(FormNode node, IReadOnlyList<FormTable> tables)
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
        var rest = text.AsSpan().Trim();
        var sign = 1;
        while (true)
        {
            var isOfPreviousYear = rest.StartsWith(Previous);
            if (isOfPreviousYear)
                rest = rest[Previous.Length..];
            terms.AddRange(Operand(node, ref rest, names, table).Select(name => new IdentityTerm(name, sign, isOfPreviousYear)));
            if (rest.IsEmpty)
                return terms;
            if (rest[0] is not ('+' or '-'))
                throw Misunderstood(node, rest);
            sign = rest[0] == '-' ? -1 : 1;
            rest = rest[1..].TrimStart();
        }
    }

    private static List<string> Operand(FormNode node, ref ReadOnlySpan<char> rest, List<string> names, string table)
    {
        if (!rest.StartsWith("sum("))
            return [names[IndexOf(node, Name(node, ref rest), names, table)]];
        rest = rest["sum(".Length..].TrimStart();
        var first = IndexOf(node, Name(node, ref rest), names, table);
        Skip(node, "..", ref rest);
        var last = IndexOf(node, Name(node, ref rest), names, table);
        Skip(node, ")", ref rest);
        return first <= last ? names[first..(last + 1)] : throw node.Wrong("the range of the sum runs backwards");
    }

    private static string Name(FormNode node, ref ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '_'))
            length++;
        if (length == 0)
            throw Misunderstood(node, rest);
        var name = rest[..length].ToString();
        rest = rest[length..].TrimStart();
        return name;
    }

    private static void Skip(FormNode node, string mark, ref ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith(mark))
            throw Misunderstood(node, rest);
        rest = rest[mark.Length..].TrimStart();
    }

    private static int IndexOf(FormNode node, string name, List<string> names, string table) =>
        names.IndexOf(name) is >= 0 and var index ? index : throw node.Wrong($"the table {table} has no field \"{name}\"");

    private static FormFileException Misunderstood(FormNode node, ReadOnlySpan<char> rest) =>
        node.Wrong($"\"{rest}\" cannot be understood; a side is: a + b - sum(c .. d)");
}
