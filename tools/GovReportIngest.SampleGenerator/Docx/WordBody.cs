using System.Text;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Docx;

/// <summary>The body of the file: title, headings, paragraphs and tables in one look.</summary>
internal sealed class WordBody(Report report, WordLook look)
{
    public string Write()
    {
        var body = new StringBuilder(Title());
        if (look.HasContents)
            foreach (var heading in report.Pieces.OfType<Piece.Heading>().Where(heading => heading.Level == 1))
                body.Append($"<w:p><w:pPr><w:pStyle w:val=\"toc1\"/></w:pPr><w:r><w:t>{WordFile.Escape(heading.Number + heading.Title)}</w:t></w:r><w:r><w:tab/><w:t>1</w:t></w:r></w:p>");
        var number = 0;
        foreach (var piece in report.Pieces)
            body.Append(piece switch
            {
                Piece.Heading heading => Heading(heading),
                Piece.Paragraph paragraph => Paragraph(paragraph.Text, number++),
                Piece.Table table => Tables(table.Key),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        return look.IsInTable ? $"<w:tbl><w:tr><w:tc>{body}<w:p/></w:tc></w:tr></w:tbl><w:p/>" : body + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"default\" r:id=\"footer\"/></w:sectPr>";
    }

    private string Title()
    {
        var title = $"<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val=\"44\"/></w:rPr><w:t>{WordFile.Escape(report.Title)}</w:t></w:r></w:p>";
        if (!look.HasTitleBox)
            return title;
        var content = $"<w:txbxContent>{title}</w:txbxContent>";
        return "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp>"
            + $"<wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    }

    private string Heading(Piece.Heading heading)
    {
        // Counted numbers are those of the lists of this file alone.
        var isCounted = look.HasAutomaticNumbers && heading.Level <= 3 && IsCountable(heading);
        var style = look.Headings is WordHeadings.Styles ? $"<w:pStyle w:val=\"{heading.Level}\"/>" : "";
        var list = isCounted ? $"<w:numPr><w:ilvl w:val=\"{heading.Level - 1}\"/><w:numId w:val=\"1\"/></w:numPr>" : look.HasAutomaticNumbers ? "<w:numPr><w:numId w:val=\"0\"/></w:numPr>" : "";
        var run = look.Headings is WordHeadings.Looks ? "<w:rPr><w:b/></w:rPr>" : "";
        return $"<w:p><w:pPr>{style}{list}<w:ind w:firstLineChars=\"200\"/></w:pPr><w:bookmarkStart w:id=\"1\" w:name=\"x\"/><w:r>{run}<w:t xml:space=\"preserve\">{WordFile.Escape((isCounted ? "" : heading.Number) + heading.Title)}</w:t></w:r></w:p>";
    }

    private static bool IsCountable(Piece.Heading heading) => heading.Level switch
    {
        1 => heading.Number.EndsWith('、') && !heading.Number.StartsWith('第'),
        2 => heading.Number.StartsWith('（') && !char.IsAsciiDigit(heading.Number[1]),
        _ => heading.Number.EndsWith('.'),
    };

    private string Paragraph(string text, int number)
    {
        var half = text.Length / 2;
        var runs = Run(text[..half]) + (look.HasChanges && number % 2 == 0 ? Deleted("全部删去的话。") + Inserted(text[half..]) : Run(text[half..]));
        return $"<w:p><w:pPr><w:ind w:firstLineChars=\"200\"/></w:pPr>{runs}<w:r><w:rPr><w:rStyle w:val=\"gone\"/></w:rPr><w:t>看不见</w:t></w:r></w:p>";
    }

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{WordFile.Escape(text)}</w:t></w:r>";

    private static string Deleted(string text) => $"<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>{text}</w:delText></w:r></w:del>";

    private static string Inserted(string text) => $"<w:ins w:id=\"2\" w:author=\"x\">{Run(text)}</w:ins>";

    private string Tables(string key) => look.Pictures.TryGetValue(key, out var picture) ? Drawing(key, picture) : string.Concat(PrintedTable.Parse(HtmlTables.Write(key, report.Figures, look.Tables)).Select(Table));

    private static string Drawing(string key, TablePicture picture)
    {
        const int unitsPerInch = 914_400;
        var size = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cx=\"{(long)(picture.Width * unitsPerInch)}\" cy=\"{(long)(picture.Height * unitsPerInch)}\"");
        return $"<w:p><w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id=\"1\" name=\"{key}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
            + $"<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"{key}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{key}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            + $"<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    }

    /// <summary>Cells over several rows go on in each of them.</summary>
    private string Table(List<List<PrintedCell>> rows)
    {
        var xml = new StringBuilder("<w:tbl><w:tblPr/><w:tblGrid/>");
        var open = new SortedDictionary<int, (int Columns, int Rows)>();
        var number = 0;
        foreach (var row in rows)
        {
            xml.Append("<w:tr>");
            var column = 0;
            var left = new Queue<PrintedCell>(row);
            while (left.Count > 0 || open.Keys.Any(start => start >= column))
                if (open.TryGetValue(column, out var above))
                {
                    xml.Append(Cell("", above.Columns, "<w:vMerge/>"));
                    if (above.Rows == 1)
                        open.Remove(column);
                    else
                        open[column] = above with { Rows = above.Rows - 1 };
                    column += above.Columns;
                }
                else if (left.TryDequeue(out var cell))
                {
                    if (cell.Rows > 1)
                        open[column] = (cell.Columns, cell.Rows - 1);
                    xml.Append(Cell(Text(cell, number++), cell.Columns, cell.Rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""));
                    column += cell.Columns;
                }
                else
                    break;
            xml.Append("</w:tr>");
        }

        return xml.Append("</w:tbl><w:p/>").ToString();
    }

    private string Text(PrintedCell cell, int number) => cell.Text.Length == 0 ? ""
        : look.HasChanges && cell.IsValue && number % 7 == 3 ? Deleted("9") + Inserted(cell.Text)
        : cell.IsValue && cell.Text.Length > 1 ? Run(cell.Text[..1]) + Run(cell.Text[1..]) : Run(cell.Text);

    private static string Cell(string runs, int columns, string merge) =>
        $"<w:tc><w:tcPr>{(columns > 1 ? $"<w:gridSpan w:val=\"{columns}\"/>" : "")}{merge}</w:tcPr><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{runs}</w:p></w:tc>";
}
