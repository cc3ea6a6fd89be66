using System.Globalization;
using AngleSharp.Dom;

namespace GovReportIngest.Reading.Html;

/// <summary>
/// Tells tables of data from tables that only place things on the screen. A table around another one is nearly always such; a data
/// table has rows of short cells of its own.
/// </summary>
internal sealed class DataTables
{
    private const int LongText = 200;
    private const int ShortText = 60;
    private const int FewestOwnRows = 3;

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

    /// <summary>Digits and their marks, or a mark in place of a number.</summary>
    public static bool IsFigure(string text) => text.Length is > 0 and <= 16 && text.All(character =>
        char.IsDigit(character) || character is '.' or ',' or '-' or '/' or '—' or '－' or '．' or '+' or '%' or ' ' or '，');

    private void Judge(IElement table)
    {
        var facts = Facts.Of(table, holders);
        var data = table.GetAttribute("role") is not ("presentation" or "none") && facts.Columns >= 2 && facts.Filled >= 2 && (facts.Holders > 0
            ? facts.OwnRows >= FewestOwnRows && facts.OwnRows * 2 >= facts.Rows
            : facts.Rows == 1
                ? facts.Filled >= 3 && facts.Figures * 5 >= facts.Filled * 3
                : facts.LinkCharacters * 5 <= facts.Characters * 3 && facts.LongCharacters * 2 <= facts.Characters);
        isData[table] = data;
        if (!data)
            return;
        for (var outer = table.ParentElement; outer is not null; outer = outer.ParentElement)
            if (outer.LocalName is "td" or "th" && !holders.Add(outer))
                break;
    }

    /// <param name="Rows">Rows with cells.</param>
    /// <param name="OwnRows">Rows with two short cells of their own, no links.</param>
    private readonly record struct Facts(
        int Rows, int OwnRows, long Columns, int Filled, int Figures, int Holders, int Characters, int LinkCharacters, int LongCharacters)
    {
        public static Facts Of(IElement table, HashSet<IElement> holders)
        {
            var facts = default(Facts);
            foreach (var row in RowGroups(table).SelectMany(rows => rows))
                facts = facts.With(row, holders);
            return facts;
        }

        private Facts With(IElement row, HashSet<IElement> holders)
        {
            var (facts, own, columns) = (this, 0, 0L);
            foreach (var cell in CellsOf(row))
            {
                columns += long.TryParse(cell.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, 1000) : 1;
                if (holders.Contains(cell))
                {
                    facts = facts with { Holders = facts.Holders + 1 };
                    continue;
                }

                var (length, links) = (Length(cell.TextContent), cell.QuerySelectorAll("a[href]").Sum(link => Length(link.TextContent)));
                own += length is > 0 and <= ShortText && links * 2 < length ? 1 : 0;
                facts = facts with
                {
                    Filled = facts.Filled + (length > 0 ? 1 : 0),
                    Figures = facts.Figures + (length is > 0 and <= 16 && IsFigure(cell.TextContent.Trim()) ? 1 : 0),
                    Characters = facts.Characters + length,
                    LinkCharacters = facts.LinkCharacters + links,
                    LongCharacters = facts.LongCharacters + (length >= LongText ? length : 0),
                };
            }

            return facts with { Rows = facts.Rows + (columns > 0 ? 1 : 0), OwnRows = facts.OwnRows + (own >= 2 ? 1 : 0), Columns = Math.Max(facts.Columns, columns) };
        }

        private static int Length(string text)
        {
            var length = 0;
            foreach (var character in text)
                length += char.IsWhiteSpace(character) ? 0 : 1;
            return length;
        }
    }
}
