namespace GovReportIngest.Core.Tests.Interpret;

/// <summary>Figures for every field of the 2021 form: all different and none 0, sums kept or broken.</summary>
internal static class SeedFigures
{
    public static IReadOnlyList<decimal> Make(IReadOnlyList<string> paths, Random random, bool keepSums)
    {
        var figures = Distinct(paths.Count, random);
        if (keepSums)
            KeepSums(paths, figures);
        return figures;
    }

    private static decimal[] Distinct(int count, Random random)
    {
        var used = new HashSet<decimal>();
        while (used.Count < count)
            used.Add(random.Next(1, (int)Math.Pow(10, random.Next(1, 7))));
        return [.. used.OrderBy(_ => random.Next())];
    }

    // Totals follow from their parts: columns first, then what came in balances what went out.
    private static void KeepSums(IReadOnlyList<string> paths, decimal[] figures)
    {
        var at = paths.Select((path, index) => (path, index)).ToDictionary(pair => pair.path, pair => pair.index);
        var rows = paths.Where(path => path.StartsWith("requests.", StringComparison.Ordinal)).Select(path => path.Split('.')[1]).Distinct().ToList();
        string[] columns = ["natural_person", "commercial_enterprise", "research_institution", "public_welfare_org", "legal_service_org", "other_org"];
        string[] outside = ["new_received", "carried_over", "total_processed", "carried_forward"];
        foreach (var column in columns)
        {
            int Cell(string row) => at[$"requests.{row}.{column}"];
            figures[Cell("total_processed")] = rows.Except(outside).Sum(row => figures[Cell(row)]);
            figures[Cell("new_received")] = figures[Cell("total_processed")] + figures[Cell("carried_forward")];
            figures[Cell("carried_over")] = 0;
        }

        foreach (var row in rows)
            figures[at[$"requests.{row}.total"]] = columns.Sum(column => figures[at[$"requests.{row}.{column}"]]);
        foreach (var block in new[] { "review", "litigation_direct", "litigation_after_review" })
            figures[at[$"review_litigation.{block}.total"]] = new[] { "upheld", "corrected", "other_result", "pending" }
                .Sum(leaf => figures[at[$"review_litigation.{block}.{leaf}"]]);
    }
}
