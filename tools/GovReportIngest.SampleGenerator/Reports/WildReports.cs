namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>Reports with other numbering, deeper headings and notes below tables than the form asks for; the truth goes along.</summary>
internal static class WildReports
{
    private const string Han = "一二三四五六七八九";

    private static readonly string[] Notes =
    [
        "注：表中数据统计截至当年12月31日。", "注：1.本表由办公室填报；2.空白处表示没有该项数据。", "说明：以上数据来自依申请公开登记台账。",
    ];

    private static readonly string[] Subjects = ["制度建设", "人员培训", "平台维护", "档案整理", "基层指导", "经费保障"];

    public static Report Changed(Report report, Dice dice)
    {
        var section = dice.Pick<Func<int, string>>(at => $"{Han[at]}、", at => $"{Han[at]}、", at => $"{Han[at]}．", at => $"第{Han[at]}部分 ");
        var part = dice.Pick<Func<int, string>>(at => $"（{Han[at]}）", at => $"({Han[at]})", at => $"{at + 1}.", at => $"{at + 1}、");
        var hasNotes = dice.Chance(0.4);
        var hasThirdLevel = dice.Chance(0.4);
        var pieces = new List<Piece>();
        var (sections, parts) = (0, 0);
        foreach (var piece in report.Pieces)
        {
            pieces.Add(piece switch
            {
                Piece.Heading { Level: 1 } heading => heading with { Number = section(sections++) },
                Piece.Heading { Level: 2 } heading => heading with { Number = part(parts++) },
                _ => piece,
            });
            if (hasNotes && piece is Piece.Table)
                pieces.Add(new Piece.Paragraph(dice.Pick<string>(Notes)));
            if (hasThirdLevel && piece is Piece.Paragraph && pieces.Any(other => other is Piece.Heading { Level: 2 }) && sections == 1 && dice.Chance(0.4))
                pieces.AddRange(Deeper(part(0).Contains('一', StringComparison.Ordinal), dice));
        }

        return report with { Pieces = pieces };
    }

    private static IEnumerable<Piece> Deeper(bool partsAreHan, Dice dice)
    {
        var first = dice.Next(0, Subjects.Length - 1);
        for (var at = 0; at < 2; at++)
        {
            yield return new Piece.Heading(3, partsAreHan ? $"{at + 1}." : $"（{at + 1}）", Subjects[first + at]);
            yield return new Piece.Paragraph(dice.Pick(
                $"这项工作由一名分管负责同志牵头，全年召开会议{dice.Next(2, 9)}次，议定事项全部办结。",
                $"修订内部规程{dice.Next(2, 7)}项，印发到各科室，年底对执行情况逐项检查并通报结果，发现的{dice.Next(2, 9)}个问题均已改正。"));
        }
    }
}
