using System.Globalization;
using System.Text;
using System.Xml;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>
/// One sheet, written row by row into a file of its own that is gone when it is closed: the sheets of a workbook grow at the same time, and a package
/// holds one after the other.
/// </summary>
internal sealed class XlsxSheet : IDisposable
{
    /// <summary>Digits that spreadsheets keep of a number; a longer one stays a text.</summary>
    private const int MostDigits = 15;

    /// <summary>In points, for 11-point characters.</summary>
    private const int LineHeight = 15;

    private const int MostLines = 20;

    /// <summary>Of columns without a width of their own, in characters.</summary>
    private const double DefaultWidth = 16;

    private readonly XlsxStyles styles;
    private readonly FileStream rows;
    private readonly XmlWriter xml;
    private readonly List<string> merged = [];
    private readonly IReadOnlyList<double> widths;
    private readonly (int Rows, int Columns) frozen;

    /// <param name="name">At most 31 characters, none of those that spreadsheets refuse.</param>
    /// <param name="styles">Of the workbook.</param>
    /// <param name="widths">Of the columns, in characters.</param>
    /// <param name="frozen">Rows and columns that stay when others are scrolled.</param>
    public XlsxSheet(string name, XlsxStyles styles, IReadOnlyList<double> widths, (int Rows, int Columns) frozen)
    {
        (Name, this.styles, this.widths, this.frozen) = (name, styles, widths, frozen);
        rows = ScratchFile.Create();
        xml = XmlWriter.Create(rows, new() { Encoding = XlsxText.Settings.Encoding, ConformanceLevel = ConformanceLevel.Fragment, OmitXmlDeclaration = true });
    }

    public string Name { get; }

    /// <summary>Written so far.</summary>
    public int Rows { get; private set; }

    /// <summary>The next row, from its first column on; null leaves a column out. Below and beside a cell that covers others, those are left to it.</summary>
    public void Add(params IReadOnlyList<XlsxCell?> cells)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", WrittenValue.Of(Rows + 1));
        if (cells.Select((cell, column) => LinesOf(cell, column)).DefaultIfEmpty(1).Max() is > 1 and var lines)
        {
            xml.WriteAttributeString("ht", WrittenValue.Of(LineHeight * Math.Min(lines, MostLines)));
            xml.WriteAttributeString("customHeight", "1");
        }

        for (var column = 0; column < cells.Count; column++)
            if (cells[column] is { } cell)
                Write(Rows, column, cell);
        xml.WriteEndElement();
        Rows++;
    }

    /// <summary>The whole part; nothing can be added after it.</summary>
    public async Task WriteAsync(Stream output, CancellationToken cancellation)
    {
        xml.Flush();
        await output.WriteAsync(Encoding.UTF8.GetBytes(Head()), cancellation);
        rows.Position = 0;
        await rows.CopyToAsync(output, cancellation);
        var foot = new StringBuilder("</sheetData>");
        if (merged.Count > 0)
            foot.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{merged.Count}\">").AppendJoin("", merged.Select(range => $"<mergeCell ref=\"{range}\"/>")).Append("</mergeCells>");
        foot.Append("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>""");
        await output.WriteAsync(Encoding.UTF8.GetBytes(foot.ToString()), cancellation);
    }

    public void Dispose()
    {
        xml.Dispose();
        rows.Dispose();
    }

    private string Head()
    {
        var head = new StringBuilder($"""<?xml version="1.0" encoding="utf-8"?><worksheet xmlns="{XlsxText.Main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">""");
        if (frozen != default)
            head.Append(CultureInfo.InvariantCulture, $"""<pane{(frozen.Columns > 0 ? $" xSplit=\"{frozen.Columns}\"" : "")}{(frozen.Rows > 0 ? $" ySplit=\"{frozen.Rows}\"" : "")} topLeftCell="{XlsxText.Place(frozen.Rows, frozen.Columns)}" activePane="{(frozen.Columns == 0 ? "bottomLeft" : frozen.Rows == 0 ? "topRight" : "bottomRight")}" state="frozen"/>""");
        head.Append(CultureInfo.InvariantCulture, $"""</sheetView></sheetViews><sheetFormatPr defaultColWidth="{DefaultWidth}" defaultRowHeight="{LineHeight}"/>""");
        if (widths.Count > 0)
            head.Append("<cols>").AppendJoin("", widths.Select((width, index) =>
                string.Create(CultureInfo.InvariantCulture, $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{width}\" customWidth=\"1\"/>"))).Append("</cols>");
        return head.Append("<sheetData>").ToString();
    }

    /// <summary>Lines that a text takes in its columns; Han characters are twice as wide as others. Programs do not find the height of merged cells.</summary>
    private int LinesOf(XlsxCell? cell, int column)
    {
        if (cell is not { Value: FieldValue.Words(var text) } shown || shown.RowSpan > 1)
            return 1;
        var width = Enumerable.Range(column, Math.Max(1, shown.ColumnSpan)).Sum(place => place < widths.Count ? widths[place] : DefaultWidth) - 1;
        return text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(character => character < '\u2E80' ? 1.1 : 2) / width)));
    }

    private void Write(int row, int column, XlsxCell cell)
    {
        if (cell is { RowSpan: > 1 } or { ColumnSpan: > 1 })
            merged.Add($"{XlsxText.Place(row, column)}:{XlsxText.Place(row + Math.Max(1, cell.RowSpan) - 1, column + Math.Max(1, cell.ColumnSpan) - 1)}");
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", XlsxText.Place(row, column));
        xml.WriteAttributeString("s", WrittenValue.Of(styles.NumberOf(cell.Look)));
        if (cell.Value is FieldValue.Number(var amount) && WrittenValue.Of(amount) is var number && number.Count(char.IsAsciiDigit) <= MostDigits)
            xml.WriteElementString("v", number);
        else if (cell.Value is { } value)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(XlsxText.Escape(WrittenValue.Of(value)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
