using System.Globalization;

namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>Slips of real reports: a sentence gives another number of applications than the table below it.</summary>
internal static class Contradictions
{
    private const string Row = "new_received";

    /// <summary>The report with one planted, and the check that must find it; unchanged where the table prints no number.</summary>
    public static Report Planted(Report report, Dice dice)
    {
        var opening = Prose.Received(report.Year, report.Figures);
        var index = report.Pieces.ToList().FindIndex(piece => piece is Piece.Paragraph paragraph && paragraph.Text.StartsWith(opening, StringComparison.Ordinal));
        if (index < 0 || report.Figures[FigureSet.Request(Row, "total")] is not { State: "printed", Value: { } count })
            return report;
        var paragraph = (Piece.Paragraph)report.Pieces[index];
        var said = Sentence(report.Year, Slip((long)count, dice), dice) + paragraph.Text[opening.Length..];
        return report with
        {
            Pieces = [.. report.Pieces.Take(index), new Piece.Paragraph(said), .. report.Pieces.Skip(index + 1)],
            Contradictions = [$"requests.narrative[{Row}.total]"],
        };
    }

    private static string Sentence(int year, long count, Dice dice) => dice.Pick(
        $"{year}年新收到政府信息公开申请{count}件，", $"全年共收到政府信息公开申请{count}件，", $"本年度受理政府信息公开申请{count}件，",
        $"{year}年度，共收到依申请公开 {count} 件，", $"{year}年收到政府信息公开申请总数为{count}件，");

    /// <summary>One digit typed wrong, a digit too many, two in the other order, or a count that is one off; never the number itself.</summary>
    private static long Slip(long count, Dice dice)
    {
        var digits = count.ToString(CultureInfo.InvariantCulture).ToCharArray();
        var at = dice.Next(0, digits.Length);
        var swapped = (char[])digits.Clone();
        Array.Reverse(swapped, Math.Max(0, at - 1), at == 0 ? 1 : 2);
        digits[at] = (char)('1' + (digits[at] - '0' + dice.Next(0, 8)) % 9);
        var slip = dice.Pick(Number(digits), Number(digits), Number(swapped), count + 1, 10 * count + dice.Next(0, 10));
        return slip == count || slip == 0 ? count + 1 : slip;
    }

    private static long Number(char[] digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
