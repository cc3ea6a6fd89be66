namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>How invented figures look: how large, how many zeros, whether a slip is planted.</summary>
internal sealed record FigureTaste(int LargestCell, double ShareOfZeros, int PlantedSlips, bool DropRegulations);

/// <summary>Invents figures whose sums hold, except for the slips that are planted on purpose.</summary>
internal static class FigureInvention
{
    private static readonly string[] Applicants = [.. FormShape.RequestColumns.SkipLast(1).Select(c => c.Key)];

    public static FigureSet Invent(FormShape form, FigureTaste taste, Dice dice)
    {
        var figures = new FigureSet(form);
        Disclosure(figures, taste, dice);
        Requests(figures, taste, dice);
        Courts(figures, taste, dice);
        for (var slip = 0; slip < taste.PlantedSlips; slip++)
            PlantSlip(figures, dice);
        return figures;
    }

    private static void Disclosure(FigureSet figures, FigureTaste taste, Dice dice)
    {
        foreach (var block in figures.Form.Disclosure)
            foreach (var row in block.Rows.Where(row => !(taste.DropRegulations && row.Key == "regulations")))
                foreach (var column in block.Columns)
                    figures[FigureSet.Disclosure(row.Key, column.Key)] = Cell.Of(column.Key switch
                    {
                        "amount_wan_yuan" or "total_amount" => dice.Next(1, 900_000) / (decimal)dice.Pick(1, 10, 100, 10_000),
                        "change" => dice.Next(-60, 60),
                        "decisions" => dice.Next(0, taste.LargestCell * 20),
                        _ => Count(taste, dice),
                    });
    }

    private static void Requests(FigureSet figures, FigureTaste taste, Dice dice)
    {
        foreach (var column in Applicants)
        {
            var processed = 0;
            foreach (var row in figures.Form.Requests.Where(row => row.IsResult))
            {
                var count = Count(taste, dice);
                processed += count;
                figures[FigureSet.Request(row.Key, column)] = Cell.Of(count);
            }
            var forward = Count(taste, dice);
            var over = Math.Min(Count(taste, dice), processed + forward);
            figures[FigureSet.Request("total_processed", column)] = Cell.Of(processed);
            figures[FigureSet.Request("carried_forward", column)] = Cell.Of(forward);
            figures[FigureSet.Request("carried_over", column)] = Cell.Of(over);
            figures[FigureSet.Request("new_received", column)] = Cell.Of(processed + forward - over);
        }
        foreach (var row in figures.Form.Requests)
            figures[FigureSet.Request(row.Key, "total")] = Cell.Of(Applicants.Sum(c => figures[FigureSet.Request(row.Key, c)].Value!.Value));
    }

    private static void Courts(FigureSet figures, FigureTaste taste, Dice dice)
    {
        foreach (var block in FormShape.CourtBlocks)
        {
            var sum = 0;
            foreach (var column in FormShape.CourtColumns.SkipLast(1))
            {
                var count = Count(taste, dice);
                sum += count;
                figures[FigureSet.Court(block, column.Key)] = Cell.Of(count);
            }
            figures[FigureSet.Court(block, "total")] = Cell.Of(sum);
        }
    }

    /// <summary>The slips that people make: a result mistyped, a total not carried along.</summary>
    private static void PlantSlip(FigureSet figures, Dice dice)
    {
        var row = figures.Form.Requests[dice.Next(0, figures.Form.Requests.Count)].Key;
        var path = FigureSet.Request(row, FormShape.RequestColumns[dice.Next(0, FormShape.RequestColumns.Count)].Key);
        figures[path] = Cell.Of(figures[path].Value!.Value + dice.Pick(1, 2, 9, 10));
    }

    /// <summary>Small counts are far more frequent than large ones, as in real tables.</summary>
    private static int Count(FigureTaste taste, Dice dice) =>
        dice.Chance(taste.ShareOfZeros) ? 0 : 1 + (int)(taste.LargestCell * Math.Pow(dice.NextDouble(), 3));
}
