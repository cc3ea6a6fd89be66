using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>A row of a form table in its block, with its labels ready to compare.</summary>
internal sealed record FormRowPlace(FormTable Table, FormBlock Block, FormRow Row)
{
    /// <summary>
    /// Normalised label and aliases, alone and with the unit behind them; of a row without a label, what the header above it may end
    /// with: the last column's name, or another one's where a scan shifts them by a little.
    /// </summary>
    public IReadOnlyList<LabelPattern> Labels { get; } = [.. (Row.Label.Length > 0
        ? Row.Aliases.Prepend(Row.Label).SelectMany(label => Row.Unit is null ? [label] : new[] { label + Row.Unit, label })
        : Block.Columns.Reverse().Select(column => column.Label)).Select(LabelText.Normalise).Distinct().Select(label => new LabelPattern(label))];

    private static readonly ConditionalWeakTable<FormTable, ConcurrentDictionary<string, IReadOnlyList<FormRowPlace>>> Known = [];

    public int Columns => Block.Columns.Count;

    /// <summary>A place is itself only: forms may print the same row twice.</summary>
    public bool Equals(FormRowPlace? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The column as it is in this row, which may have a type and a unit of its own.</summary>
    public FormColumn ColumnAt(int index) =>
        Block.Columns[index] is var column && Row.Type is null && Row.Unit is null
            ? column : column with { Type = Row.Type ?? column.Type, Unit = Row.Unit ?? column.Unit };

    /// <summary>All rows in page order, a variant's rows in place of those it replaces.</summary>
    public static IReadOnlyList<FormRowPlace> Of(FormTable table, RowVariant? variant) =>
        Known.GetOrCreateValue(table).GetOrAdd(variant?.Key ?? "", _ => Make(table, variant));

    private static List<FormRowPlace> Make(FormTable table, RowVariant? variant)
    {
        var places = new List<FormRowPlace>();
        foreach (var block in table.Blocks)
        {
            var isPlaced = false;
            foreach (var row in block.Rows)
                if (variant is null || !variant.Replaces.Contains(row.Key))
                    places.Add(new(table, block, row));
                else if (!isPlaced)
                {
                    isPlaced = true;
                    places.AddRange(variant.Rows.Select(other => new FormRowPlace(table, block, other)));
                }
        }

        return places;
    }
}
