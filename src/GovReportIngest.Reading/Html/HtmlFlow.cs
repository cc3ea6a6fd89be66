using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Html;

/// <summary>
/// Walks a page as it is shown, without what is hidden, and cuts it into lines, tables and references to other files. Blocks and
/// <c>br</c> end a line; tables for layout are walked like any block.
/// </summary>
internal sealed class HtmlFlow(StyleSheet styles, HtmlNodes nodes, DataTables tables, FlowBudget budget)
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "head", "script", "style", "template", "noscript", "object", "embed", "svg", "math", "iframe", "frameset", "button", "datalist",
        "map", "audio", "video", "canvas", "del", "title", "meta", "link", "col", "colgroup", "rp", "rt", "progress", "meter",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu",
        "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    private readonly List<HtmlPiece> pieces = [];
    private readonly List<HtmlPiece.Reference> references = [];
    private readonly LineText line = new();
    private readonly LineWeights weights = new();
    private readonly Dictionary<IElement, int> linesOf = [];
    private IElement? block;
    private bool isCentred;

    public static IReadOnlyList<HtmlPiece> Of(IHtmlDocument document, FlowBudget budget)
    {
        var styles = new StyleSheet(document.QuerySelectorAll("style").Select(sheet => sheet.TextContent));
        var flow = new HtmlFlow(styles, new(document), DataTables.Of(document), budget);
        if (document.Body is { } body)
            flow.Enter(body, ElementLook.Initial);
        return flow.pieces;
    }

    private void Enter(IElement element, ElementLook outer)
    {
        var name = element.LocalName;
        if (Unseen.Contains(name) || IsHidden(element))
            return;
        var style = styles.Of(element);
        var look = outer.Inside(element, style);
        switch (name)
        {
            case "br":
                EndLine();
                break;
            case "img" or "a" when AddressOf(element) is { } address:
                references.Add(new(address, name == "img", nodes.NameOf(element)));
                Walk(element, look);
                break;
            case "input" or "select":
                Append(ShownValue(element), look);
                break;
            case "table" when tables.IsData(element):
                EndLine();
                AddTable(element, look);
                break;
            case var _ when Blocks.Contains(name):
                EnterBlock(element, look, style);
                break;
            default:
                Walk(element, look);
                break;
        }
    }

    private void EnterBlock(IElement element, ElementLook look, TextStyle style)
    {
        EndLine();
        var (outer, outerCentred) = (block, isCentred);
        (block, isCentred) = (element, look.IsCentred);
        if (element.LocalName == "li" && ListMarker.Of(element, style.ListStyle ?? styles.Of(element.ParentElement!).ListStyle) is { } marker)
            Append(marker, look);
        Walk(element, look);
        EndLine();
        (block, isCentred) = (outer, outerCentred);
    }

    private void Walk(IElement element, ElementLook look)
    {
        for (var child = element.FirstChild; child is not null; child = child.NextSibling)
            if (child is IElement inner)
                Enter(inner, look);
            else if (child is IText text)
                Append(text.Data, look);
    }

    private void Append(string text, ElementLook look)
    {
        if (!look.IsVerbatim)
        {
            weights.Add(line.Append(text), look);
            return;
        }

        var from = 0;
        while (text.IndexOf('\n', from) is >= 0 and var end)
        {
            weights.Add(line.Append(text.AsSpan(from, end - from)), look);
            EndLine();
            from = end + 1;
        }

        weights.Add(line.Append(text.AsSpan(from)), look);
    }

    private void EndLine()
    {
        if (line.Length > 0)
        {
            budget.Take();
            var paragraph = new FlowBlock.Paragraph(NodeOfLine(), line.ToString())
            {
                Look = new() { FontSize = weights.FontSize, IsBold = weights.IsBold, IsCentred = isCentred, Level = weights.Level, IndentInEm = line.IndentInEm },
            };
            pieces.Add(new HtmlPiece.Line(paragraph, weights.LinkShare, weights.IsFurniture));
        }

        line.Clear();
        weights.Clear();
        pieces.AddRange(references);
        references.Clear();
    }

    /// <summary>A block that is cut by line breaks has several lines, counted from 1.</summary>
    private string NodeOfLine()
    {
        if (block is null)
            return "body[1]";
        var number = linesOf[block] = linesOf.GetValueOrDefault(block) + 1;
        return number == 1 ? nodes.NameOf(block) : string.Create(CultureInfo.InvariantCulture, $"{nodes.NameOf(block)}/line[{number}]");
    }

    private void AddTable(IElement table, ElementLook look)
    {
        foreach (var caption in table.Children.Where(child => child.LocalName == "caption"))
            Enter(caption, look);
        var (grid, figures, lifted, number) = (new SpanGrid(), 0, new List<HtmlPiece>(), 0);
        foreach (var rows in DataTables.RowGroups(table))
        {
            // Rows that are not shown are no rows: spans go over them.
            grid.BeginGroup(rows.Count(row => !IsHidden(row)));
            foreach (var row in rows)
            {
                if (!IsHidden(row))
                {
                    grid.BeginRow();
                    figures += AddRow(grid, table, row, number, look, lifted);
                }

                number++;
            }
        }

        pieces.Add(new HtmlPiece.Table(grid.ToGrid(nodes.NameOf(table)), figures));
        pieces.AddRange(lifted);
    }

    /// <returns>Figures in the row.</returns>
    private int AddRow(SpanGrid grid, IElement table, IElement row, int number, ElementLook look, List<HtmlPiece> lifted)
    {
        var (figures, index) = (0, 0);
        foreach (var cell in DataTables.CellsOf(row))
        {
            var node = nodes.NameOf(table, number, index++);
            if (IsHidden(cell))
                continue;
            budget.Take();
            var text = TextOf(cell, look, lifted);
            figures += TableFacts.IsFigure(text) ? 1 : 0;
            grid.Add(Span(cell, "rowspan"), Math.Max(1, Span(cell, "colspan")), node, text);
        }

        return figures;
    }

    /// <summary>The lines of a cell; tables and pictures inside it come behind the whole table.</summary>
    private string TextOf(IElement cell, ElementLook look, List<HtmlPiece> lifted)
    {
        var first = pieces.Count;
        EnterBlock(cell, look.Inside(cell, styles.Of(cell)), default);
        var inside = pieces.GetRange(first, pieces.Count - first);
        pieces.RemoveRange(first, inside.Count);
        lifted.AddRange(inside.Where(piece => piece is not HtmlPiece.Line));
        return string.Join('\n', inside.OfType<HtmlPiece.Line>().Select(line => line.Paragraph.Text));
    }

    private bool IsHidden(IElement element) => element.HasAttribute("hidden") || styles.Of(element).IsHidden == true;

    private static int Span(IElement cell, string name) =>
        long.TryParse(cell.GetAttribute(name)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? (int)Math.Min(span, 65534) : 1;

    /// <summary>Addresses of pictures, and of files that can be parts of a report.</summary>
    private static string? AddressOf(IElement element) => element.LocalName == "img"
        ? element.GetAttribute("src")?.Trim()
        : element.GetAttribute("href")?.Trim() is { Length: < 2000 } address && address.Split('?', '#')[0] is var file
            && (SavedPages.IsDocument(file) || SourceCollector.IsPageImage(file)) ? address : null;

    /// <summary>What a form shows: tables that are filled in on screen hold their figures in fields.</summary>
    private static string ShownValue(IElement element) => element switch
    {
        IHtmlSelectElement select => select.Options.FirstOrDefault(option => option.IsSelected)?.Text ?? "",
        _ when element.GetAttribute("type")?.ToLowerInvariant() is null or "text" or "number" => element.GetAttribute("value") ?? "",
        _ => "",
    };
}
