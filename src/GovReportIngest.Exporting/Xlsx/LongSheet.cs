namespace GovReportIngest.Exporting.Xlsx;

/// <summary>A list that may be longer than a sheet: it goes on in further ones behind the first, below the same headings.</summary>
internal sealed class LongSheet
{
    /// <summary>Rows that spreadsheets take.</summary>
    public const int MostRows = 1_048_576;

    private readonly Func<XlsxSheet?, XlsxSheet> begin;
    private readonly int mostRows;
    private XlsxSheet sheet;

    /// <param name="book">Has the sheets.</param>
    /// <param name="name">Of the first one.</param>
    /// <param name="widths">Of its columns.</param>
    /// <param name="frozen">Rows and columns that stay.</param>
    /// <param name="addHeadings">Begins each of them.</param>
    /// <param name="mostRows">Of each of them.</param>
    public LongSheet(XlsxBook book, string name, IReadOnlyList<double> widths, (int Rows, int Columns) frozen, Action<XlsxSheet> addHeadings, int mostRows = MostRows)
    {
        begin = before =>
        {
            var next = book.AddSheet(name, widths, frozen, before);
            addHeadings(next);
            return next;
        };
        (sheet, this.mostRows) = (begin(null), mostRows);
    }

    public void Add(params IReadOnlyList<XlsxCell?> cells)
    {
        if (sheet.Rows == mostRows)
            sheet = begin(sheet);
        sheet.Add(cells);
    }
}
