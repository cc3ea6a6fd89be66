namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>
/// The arithmetic that the form demands, computed on the truth: which checks a correct reading must report as violated.
/// An identity with a cell that is not printed is unknown, never violated.
/// </summary>
internal static class Identities
{
    public static IReadOnlyList<string> Violations(FigureSet figures)
    {
        var results = figures.Form.Requests.Where(row => row.IsResult).Select(row => row.Key).ToArray();
        var violated = new List<string>();
        foreach (var column in FormShape.RequestColumns.Select(c => c.Key))
        {
            string[] At(params string[] rows) => [.. rows.Select(row => FigureSet.Request(row, column))];
            Add($"requests.balance[{column}]", At("new_received", "carried_over"), At("total_processed", "carried_forward"));
            Add($"requests.result_sum[{column}]", At(results), At("total_processed"));
        }
        foreach (var row in figures.Form.Requests)
            Add($"requests.total_col[{row.Key}]", Parts(column => FigureSet.Request(row.Key, column), FormShape.RequestColumns), [FigureSet.Request(row.Key, "total")]);
        foreach (var block in FormShape.CourtBlocks)
            Add($"review_litigation.total[{block}]", Parts(column => FigureSet.Court(block, column), FormShape.CourtColumns), [FigureSet.Court(block, "total")]);
        return violated;

        void Add(string id, string[] left, string[] right)
        {
            if (left.Concat(right).All(path => figures[path].Value is not null) && Sum(left) != Sum(right))
                violated.Add(id);
        }

        decimal? Sum(string[] paths) => paths.Sum(path => figures[path].Value);
    }

    private static string[] Parts(Func<string, string> path, IReadOnlyList<ValueColumn> columns) =>
        [.. columns.SkipLast(1).Select(column => path(column.Key))];
}
