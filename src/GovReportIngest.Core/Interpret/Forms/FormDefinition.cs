namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>A form as data: what a kind of report holds and which sums it must obey. Loaded from models/forms/*.yaml.</summary>
public sealed record FormDefinition
{
    /// <summary>Stable, with its generation: <c>cn-gov-disclosure-annual/2021</c>.</summary>
    public required string Id { get; init; }

    /// <summary>12 hex digits over the definition's bytes (and of what it includes).</summary>
    public required string Hash { get; init; }

    public required IReadOnlyList<FormSection> Sections { get; init; }

    public required IReadOnlyList<FormTable> Tables { get; init; }

    /// <summary>What the form's own rows must obey; <see cref="IdentitiesWith"/> gives those of a report with row variants.</summary>
    public required IReadOnlyList<FormIdentity> Identities { get; init; }

    /// <summary>What running text may say about figures of the tables.</summary>
    public IReadOnlyList<NarrativeRule> Narrative { get; init; } = [];

    /// <summary>The expressions that <see cref="Identities"/> were expanded from.</summary>
    public IReadOnlyList<IdentityRule> IdentityRules { get; init; } = [];

    /// <summary>What figures of one agency in two years that follow each other must obey.</summary>
    public IReadOnlyList<IdentityRule> YearRules { get; init; } = [];

    /// <summary>
    /// The identities of a report that prints row variants (keys as in <see cref="Interpretation.Variants"/>):
    /// a variant's rows take the place of what they replace, in sums and in the identities of rows.
    /// </summary>
    public IReadOnlyList<FormIdentity> IdentitiesWith(IReadOnlyList<string> variants) =>
        variants.Count == 0 ? Identities : [.. IdentityRules.SelectMany(rule => rule.Expand(this, variants))];
}

/// <summary>A section of the report; <see cref="TableKey"/> names the table that stands in it, null for prose.</summary>
public sealed record FormSection(string Key, string Title, IReadOnlyList<string> Aliases, string? TableKey)
{
    /// <summary>Title and aliases as they are compared.</summary>
    internal IReadOnlyList<Labels.LabelPattern> Names { get; } = [.. Aliases.Prepend(Title).Select(Labels.LabelText.Normalise).Distinct().Select(name => new Labels.LabelPattern(name))];
}

/// <summary>A table of the form: blocks one below the other, each with its own columns and rows.</summary>
public sealed record FormTable
{
    public required string Key { get; init; }

    public required IReadOnlyList<FormBlock> Blocks { get; init; }

    /// <summary>Texts that belong to the table though they label nothing (corner text, filling instructions).</summary>
    public IReadOnlyList<string> Boilerplate { get; init; } = [];

    public IReadOnlyList<RowVariant> Variants { get; init; } = [];

    public IReadOnlyList<ColumnVariant> ColumnVariants { get; init; } = [];

    /// <summary>The table with the variant's columns in place of those it replaces.</summary>
    public FormTable With(ColumnVariant variant) => this with { Blocks = [.. Blocks.Select(block => block with { Columns = variant.In(block.Columns) })] };

    /// <summary>Path of a field: <c>table.row.column</c>; the row is left out where <see cref="FormRow.Key"/> is empty.</summary>
    public string PathOf(FormRow row, FormColumn column) =>
        row.Key.Length == 0 ? $"{Key}.{column.Key}" : $"{Key}.{row.Key}.{column.Key}";
}

/// <summary>Rows under common columns, with an optional header line of its own (<c>第二十条第（一）项</c>).</summary>
public sealed record FormBlock(string? Header, string? ColumnHeaderCell, IReadOnlyList<FormColumn> Columns, IReadOnlyList<FormRow> Rows);

/// <summary>
/// A leaf column. <see cref="Group"/> is the path of the header cells above it, outermost first.
/// Of table 4 the key is <c>block.leaf</c> and its one row has no label and no key.
/// </summary>
public sealed record FormColumn
{
    public required string Key { get; init; }

    public required string Label { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Group { get; init; } = [];

    public FieldType Type { get; init; } = FieldType.Integer;

    /// <summary>Unit of the value as the record gives it (<c>万元</c>), null for counts.</summary>
    public string? Unit { get; init; }
}

/// <summary>A leaf row. <see cref="Group"/> is the path of the label cells to its left or above it, outermost first.</summary>
public sealed record FormRow
{
    public required string Key { get; init; }

    public required string Label { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Group { get; init; } = [];

    public bool IsOptional { get; init; }

    /// <summary>Printed in a column of its own between label and values (<c>件</c>), and the unit of the row's values; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>Of the row's values where it differs from that of the columns.</summary>
    public FieldType? Type { get; init; }
}

public enum FieldType
{
    Integer,
    SignedInteger,
    Decimal,
}

/// <summary>
/// Rows that some reports print in place of others: where <see cref="Rows"/> stand, <see cref="Replaces"/> are missing
/// without review and <c>form.variants</c> names <see cref="Key"/> (<c>requests.other_processing</c>).
/// </summary>
public sealed record RowVariant(string Key, IReadOnlyList<string> Replaces, IReadOnlyList<FormRow> Rows);

/// <summary>Columns that some reports print in place of others; named and chosen by the header, else like <see cref="RowVariant"/>.</summary>
public sealed record ColumnVariant(string Key, IReadOnlyList<string> Replaces, IReadOnlyList<FormColumn> Columns)
{
    /// <summary>Where the first replaced column stood.</summary>
    internal IReadOnlyList<FormColumn> In(IReadOnlyList<FormColumn> columns) => [.. columns.SelectMany(column =>
        !Replaces.Contains(column.Key) ? [column] : column.Key == columns.First(other => Replaces.Contains(other.Key)).Key ? Columns : [])];
}

/// <summary>
/// A sum that must hold, already expanded to one instance: <c>requests.balance[natural_person]</c>.
/// Both sides are sums of field paths (a minus sign is in the term).
/// </summary>
public sealed record FormIdentity(string Id, bool IsSoft, IReadOnlyList<IdentityTerm> Left, IReadOnlyList<IdentityTerm> Right);

/// <param name="IsOfPreviousYear">The figure of the report of the year before.</param>
public readonly record struct IdentityTerm(string Path, int Sign, bool IsOfPreviousYear = false)
{
    /// <summary>The path, with <c>previous.</c> before it where the figure is of the year before.</summary>
    public string Name => IsOfPreviousYear ? $"previous.{Path}" : Path;
}
