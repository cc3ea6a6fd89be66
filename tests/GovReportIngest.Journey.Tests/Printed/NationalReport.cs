using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.TestKit.Figures;

namespace GovReportIngest.Journey.Tests.Printed;

/// <summary>A report of the national form as a page to be printed.</summary>
internal static class NationalReport
{
    /// <param name="file">The figures.</param>
    /// <param name="look">Of the page.</param>
    /// <param name="mark">What is printed where the figures have no number.</param>
    /// <param name="narrative">A paragraph of the first section.</param>
    public static string Write(FigureFile file, HtmlLook look, string mark, string narrative)
    {
        var figures = new FigureSet(ShapeOf(file));
        foreach (var (path, value) in file.Cells)
            figures[path] = value is { } number ? Cell.Of(number) : mark.Length == 0 ? Cell.Blank : Cell.Placeholder(mark);
        var report = ReportWriter.Write(file.Agency ?? "青塘县财政局", file.Year, figures, PartNumbering.Bracketed, new Dice(31).Child(file.Id));
        return HtmlReport.Write(report with { Pieces = [.. report.Pieces.Where(piece => !SaysReceived(piece)).SelectMany(piece => Narrated(piece, narrative))] }, look);
    }

    /// <summary>What the narrative says of the requests, no other paragraph does.</summary>
    private static bool SaysReceived(Piece piece) => piece is Piece.Paragraph { Text: var text } && text.Contains("收到", StringComparison.Ordinal);

    private static IEnumerable<Piece> Narrated(Piece piece, string narrative) =>
        piece is Piece.Heading { Title: "依申请公开" } ? [piece, new Piece.Paragraph(narrative)] : [piece];

    private static FormShape ShapeOf(FigureFile file) => file.Form.Id == FormShape.Of2019.Id ? FormShape.Of2019
        : file.Cells.ContainsKey("requests.other_processing.total") ? FormShape.Of2021WithOneOtherRow : FormShape.Of2021;
}
