using System.Globalization;
using AngleSharp.Dom;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Html;

/// <summary>
/// The tables of a page that hold data (<see cref="TableFacts"/>), and their rows.
/// </summary>
internal sealed class DataTables
{
    private readonly Dictionary<IElement, bool> isData = [];

    /// <summary>Cells that hold a data table.</summary>
    private readonly HashSet<IElement> holders = [];

    public static DataTables Of(IDocument document)
    {
        var tables = new DataTables();
        // From the last to the first: inner ones come before those around them.
        foreach (var table in document.QuerySelectorAll("table").Reverse())
            tables.Judge(table);
        return tables;
    }

    public bool IsData(IElement table) => isData.GetValueOrDefault(table);

    /// <summary>The table's own rows, group by group: head, bodies, foot, as they are shown.</summary>
    public static IEnumerable<IReadOnlyList<IElement>> RowGroups(IElement table)
    {
        IEnumerable<IElement> Named(string name) => table.Children.Where(child => child.LocalName == name);
        foreach (var group in Named("thead").Concat(Named("tbody")).Concat(Named("tfoot")))
            yield return [.. group.Children.Where(row => row.LocalName == "tr")];
    }

    public static IEnumerable<IElement> CellsOf(IElement row) => row.Children.Where(cell => cell.LocalName is "td" or "th");

    private void Judge(IElement table)
    {
        var facts = new TableFacts();
        foreach (var row in RowGroups(table).SelectMany(rows => rows))
            facts.AddRow(CellsOf(row).Select(FactsOf));
        if (!(isData[table] = facts.IsData && table.GetAttribute("role") is not ("presentation" or "none")))
            return;
        for (var outer = table.ParentElement; outer is not null; outer = outer.ParentElement)
            if (outer.LocalName is "td" or "th" && !holders.Add(outer))
                break;
    }

    private CellFacts FactsOf(IElement cell)
    {
        var columns = int.TryParse(cell.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1;
        if (holders.Contains(cell))
            return new(columns, 0, 0, false, HoldsTable: true);
        var text = cell.TextContent;
        return new(columns, TableFacts.LengthOf(text), cell.QuerySelectorAll("a[href]").Sum(link => TableFacts.LengthOf(link.TextContent)), TableFacts.IsFigure(text.Trim()), false);
    }
}
