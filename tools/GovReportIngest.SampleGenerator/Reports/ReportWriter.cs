using static GovReportIngest.SampleGenerator.Reports.Piece;

namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>How the parts inside section 一 are numbered: <c>（一）</c> as the form wants, or 一、 again, as some agencies do.</summary>
internal enum PartNumbering
{
    Bracketed,
    RestartedChinese,
}

/// <summary>Writes the prose and the order of a report around its figures.</summary>
internal static class ReportWriter
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六"];

    public static Report Write(string agency, int year, FigureSet figures, PartNumbering numbering, Dice dice)
    {
        var prose = new Prose(agency, year, figures, dice);
        var (opening, statesPeriod) = prose.Opening();
        List<Piece> pieces = [new Heading(1, "一、", "总体情况"), new Paragraph(opening)];
        foreach (var ((title, sentences), index) in prose.Parts(numbering).Select((part, index) => (part, index)))
        {
            pieces.Add(new Heading(2, numbering == PartNumbering.Bracketed ? $"（{Numerals[index]}）" : Numerals[index] + "、", title));
            pieces.AddRange(sentences.Select(text => new Paragraph(text)));
        }
        pieces.AddRange([new Heading(1, "二、", "主动公开政府信息情况"), new Table("proactive_disclosure")]);
        pieces.AddRange([new Heading(1, "三、", "收到和处理政府信息公开申请情况"), new Table("requests")]);
        pieces.AddRange([new Heading(1, "四、", "政府信息公开行政复议、行政诉讼情况"), new Table("review_litigation")]);
        pieces.Add(new Heading(1, "五、", "存在的主要问题及改进情况"));
        pieces.AddRange(prose.Problems().Select(text => new Paragraph(text)));
        pieces.AddRange([new Heading(1, "六、", "其他需要报告的事项"), new Paragraph(prose.Fees())]);
        return new Report(agency, year, $"{agency}{year}年政府信息公开工作年度报告", figures, pieces)
        {
            Region = Places.Of(agency),
            Period = statesPeriod ? $"{year}-01-01/{year}-12-31" : null,
        };
    }
}
