using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.TestKit.Figures;

/// <summary>Figures as reports have them: nine of ten are 0, most others small, sums kept but for the slips asked for.</summary>
public sealed class MadeFigures(string formId, int seed)
{
    private static readonly string[] Outside = ["new_received", "carried_over", "total_processed", "carried_forward"];

    private readonly FormDefinition form = TextReports.Forms.Find(formId)!;
    private readonly Random random = new(seed);
    private readonly Dictionary<string, decimal?> cells = new(StringComparer.Ordinal);

    /// <summary>How many figures are changed after the sums were made.</summary>
    public int Slips { get; init; }

    /// <summary>Share of cells that print no number.</summary>
    public double NullShare { get; init; }

    /// <summary>Key of a column variant that the report prints (<c>statistics.by_level</c>).</summary>
    public string? Columns { get; init; }

    /// <summary>The table with the columns that a report prints.</summary>
    public static FormTable Printed(FormTable table, string? columns) =>
        table.ColumnVariants.FirstOrDefault(variant => variant.Key == columns) is { } variant ? table.With(variant) : table;

    public FigureFile Make()
    {
        var share = random.Next(4) switch { 0 => 0.03, 1 => 0.1, 2 => 0.3, _ => 0.8 };
        var dropsOptional = random.Next(3) == 0;
        foreach (var table in form.Tables.Select(table => Printed(table, Columns)))
            foreach (var block in table.Blocks)
                foreach (var row in block.Rows.Where(row => !(row.IsOptional && dropsOptional)))
                    foreach (var column in block.Columns)
                        cells[table.PathOf(row, column)] = Figure(row.Type ?? column.Type, share);
        if (form.Tables.Any(table => table.Key == "requests"))
            BalanceRequests();
        KeepTotals();
        for (var slip = 0; slip < Slips; slip++)
            Slip();
        foreach (var path in cells.Keys.ToList())
            if (random.NextDouble() < NullShare && !Sums().Any(sum => Paths(sum).Contains(path)))
                cells[path] = null;
        return new($"{formId} seed {seed}", "长乐县档案局", 2016, form, cells, Sums().Where(IsBroken).Select(sum => sum.Id).ToHashSet(StringComparer.Ordinal));
    }

    private decimal Figure(FieldType type, double share)
    {
        if (random.NextDouble() > share)
            return 0;
        decimal value = random.Next(1, (int)Math.Pow(10, random.Next(8) switch { < 4 => 1, < 6 => 2, 6 => 3, _ => 5 }));
        return type switch
        {
            FieldType.SignedInteger when random.Next(2) == 0 => -value,
            FieldType.Decimal => value + (decimal)random.Next(100) / 100,
            _ => value,
        };
    }

    /// <summary>What came in is what went out, column by column.</summary>
    private void BalanceRequests()
    {
        foreach (var column in form.Tables.Single(table => table.Key == "requests").Blocks[0].Columns.SkipLast(1))
        {
            ref decimal? At(string row) => ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(cells, $"requests.{row}.{column.Key}");
            At("total_processed") = cells.Where(cell => cell.Key.StartsWith("requests.", StringComparison.Ordinal)
                && cell.Key.EndsWith("." + column.Key, StringComparison.Ordinal) && !Outside.Contains(cell.Key.Split('.')[1])).Sum(cell => cell.Value);
            var left = At("total_processed") + At("carried_forward");
            At("carried_over") = Math.Min(At("carried_over")!.Value, left!.Value);
            At("new_received") = left - At("carried_over");
        }
    }

    /// <summary>A side that is one figure becomes the sum of the other; sums of sums take several rounds.</summary>
    private void KeepTotals()
    {
        for (var round = 0; round < 4; round++)
            foreach (var sum in Sums())
                if (sum.Left.Count > 1 && sum.Right.Count == 1)
                    cells[sum.Right[0].Path] = Total(sum.Left);
                else if (sum.Right.Count > 1 && sum.Left.Count == 1)
                    cells[sum.Left[0].Path] = Total(sum.Right);
    }

    private void Slip()
    {
        var paths = Sums().SelectMany(Paths).Distinct().Order(StringComparer.Ordinal).ToList();
        var path = paths[random.Next(paths.Count)];
        cells[path] = Math.Max(0, cells[path]!.Value + random.Next(4) switch { 0 => 1, 1 => -1, 2 => 10, _ => random.Next(-20, 200) });
    }

    /// <summary>The hard and soft sums all of whose figures are printed.</summary>
    private IEnumerable<FormIdentity> Sums() => form.IdentitiesWith(Columns is null ? [] : [Columns]).Where(sum => Paths(sum).All(cells.ContainsKey));

    private bool IsBroken(FormIdentity sum) => Total(sum.Left) != Total(sum.Right);

    private decimal Total(IReadOnlyList<IdentityTerm> side) => side.Sum(term => term.Sign * (cells[term.Path] ?? 0));

    private static IEnumerable<string> Paths(FormIdentity sum) => sum.Left.Concat(sum.Right).Select(term => term.Path);
}
