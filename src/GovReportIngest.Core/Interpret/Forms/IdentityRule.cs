namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>What an identity is repeated for; the instance's key stands in the brackets of its id.</summary>
public enum IdentityScope
{
    /// <summary>Every column; names are row keys.</summary>
    Column,

    /// <summary>Every row; names are column keys.</summary>
    Row,

    /// <summary>Every group of columns with a key of its own; names are the leaf keys.</summary>
    Block,
}

/// <summary>An expression of a form, such as <c>new_received + carried_over = total_processed + carried_forward</c> for each column.</summary>
public sealed record IdentityRule(
    string Id, string Table, IdentityScope Each, bool IsSoft, IReadOnlyList<IdentityTerm> Left, IReadOnlyList<IdentityTerm> Right)
{
    /// <summary>The instances for a report with these row variants. <see cref="IdentityTerm.Path"/> of the rule holds bare names.</summary>
    internal IEnumerable<FormIdentity> Expand(FormDefinition form, IReadOnlyList<string> variants)
    {
        var table = form.Tables.First(table => table.Key == Table);
        if (table.ColumnVariants.FirstOrDefault(variant => variants.Contains(variant.Key)) is { } columns)
            table = table.With(columns);
        var active = table.Variants.Where(variant => variants.Contains(variant.Key)).ToList();
        return Each switch
        {
            IdentityScope.Column => ForColumns(table, active),
            IdentityScope.Row => ForRows(table, active),
            IdentityScope.Block => ForBlocks(table),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private IEnumerable<FormIdentity> ForColumns(FormTable table, List<RowVariant> active)
    {
        var (left, right) = (WithVariants(Left, active), WithVariants(Right, active));
        foreach (var column in BlockWith(table, block => block.Rows.Select(row => row.Key)).Columns)
            yield return Instance(column.Key, left, right, row => $"{Table}.{row}.{column.Key}");
    }

    private IEnumerable<FormIdentity> ForRows(FormTable table, List<RowVariant> active)
    {
        var block = BlockWith(table, block => block.Columns.Select(column => column.Key));
        IEnumerable<IdentityTerm> rows = block.Rows.Select(row => new IdentityTerm(row.Key, 1));
        foreach (var row in WithVariants([.. rows], active))
            yield return Instance(row.Path, Left, Right, column => $"{Table}.{row.Path}.{column}");
    }

    private IEnumerable<FormIdentity> ForBlocks(FormTable table)
    {
        var keys = table.Blocks.SelectMany(block => block.Columns).Where(column => column.Key.Contains('.'));
        foreach (var block in keys.Select(column => column.Key[..column.Key.LastIndexOf('.')]).Distinct())
            yield return Instance(block, Left, Right, leaf => $"{Table}.{block}.{leaf}");
    }

    private FormIdentity Instance(string key, IReadOnlyList<IdentityTerm> left, IReadOnlyList<IdentityTerm> right, Func<string, string> path)
    {
        IReadOnlyList<IdentityTerm> Terms(IReadOnlyList<IdentityTerm> side) => [.. side.Select(term => term with { Path = path(term.Path) })];
        return new($"{Id}[{key}]", IsSoft, Terms(left), Terms(right));
    }

    private FormBlock BlockWith(FormTable table, Func<FormBlock, IEnumerable<string>> keys) =>
        table.Blocks.First(block => keys(block).Contains(Left[0].Path));

    /// <summary>The first replaced row gives way to all rows of its variant, the others go.</summary>
    private static List<IdentityTerm> WithVariants(IReadOnlyList<IdentityTerm> terms, List<RowVariant> active)
    {
        var result = new List<IdentityTerm>();
        foreach (var term in terms)
        {
            var variant = active.Find(variant => variant.Replaces.Contains(term.Path));
            if (variant is null)
                result.Add(term);
            else if (variant.Replaces.First(row => terms.Any(other => other.Path == row)) == term.Path)
                result.AddRange(variant.Rows.Select(row => term with { Path = row.Key }));
        }

        return result;
    }
}
