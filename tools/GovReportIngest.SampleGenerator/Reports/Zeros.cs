namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>Many agencies leave zeros out or write a sign for them; such a cell is blank or a placeholder, not a printed 0.</summary>
internal static class Zeros
{
    public static void ShowAs(FigureSet figures, Cell sign, double share, Dice dice)
    {
        foreach (var (path, cell) in figures.InFormOrder().ToArray())
            if (cell.Value == 0 && dice.Chance(share))
                figures[path] = sign;
    }
}
