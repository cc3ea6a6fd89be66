using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GovReportIngest.SampleGenerator.Print;

namespace GovReportIngest.SampleGenerator.Tables;

/// <summary>The look of a document with tables of any kind. Sizes are in points.</summary>
internal sealed record TableLook(string Name, string Font, TableLines Lines)
{
    public double Size { get; init; } = 10.5;

    public double TableSize { get; init; } = 9.5;

    public double Padding { get; init; } = 3;

    public string NumberAlign { get; init; } = "right";

    public string LabelAlign { get; init; } = "left";

    /// <summary>A rule below the name of a group of columns, where the table has no grid.</summary>
    public bool UnderlinesGroups { get; init; } = true;

    public bool RepeatsHeader { get; init; }

    public bool IsLandscape { get; init; }

    public string? HeaderShade { get; init; }

    public bool HasBoldHeader { get; init; }

    /// <summary>Tables are as wide as the page, and not only as their text.</summary>
    public bool IsWide { get; init; } = true;

    public HtmlLook Page => new(Name, Font) { HasPageNumbers = true, IsLandscape = IsLandscape };
}

/// <summary>A document with prose and tables, as HTML to print, and the truth about its tables.</summary>
internal sealed record TableDocument(string Name, TableLook Look, IReadOnlyList<FreePiece> Pieces)
{
    public string Html()
    {
        var html = new StringBuilder("<!doctype html><html lang='zh-CN'><head><meta charset='utf-8'><style>\n").Append(Style()).Append("</style></head><body>\n");
        foreach (var piece in Pieces)
            html.Append(piece switch
            {
                FreePiece.Words { IsHeading: true } words => $"<h2>{WebUtility.HtmlEncode(words.Text)}</h2>\n",
                FreePiece.Words words => $"<p>{WebUtility.HtmlEncode(words.Text)}</p>\n",
                FreePiece.Grid grid => Table(grid),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        return html.Append("</body></html>\n").ToString();
    }

    /// <summary>As <c>govreport tables</c> writes them, without places.</summary>
    public byte[] Truth()
    {
        var tables = new JsonArray();
        foreach (var grid in Pieces.OfType<FreePiece.Grid>())
            tables.Add(new JsonObject
            {
                ["key"] = null,
                ["rows"] = grid.Table.Rows,
                ["columns"] = grid.Table.Columns,
                ["repeatedHeaders"] = 0,
                ["cells"] = new JsonArray([.. grid.Table.Cells.Select(cell => new JsonObject
                {
                    ["row"] = cell.Row, ["column"] = cell.Column, ["rowSpan"] = cell.RowSpan, ["columnSpan"] = cell.ColumnSpan, ["text"] = cell.Text, ["evidence"] = new JsonArray(),
                })]),
            });
        var truth = new JsonObject { ["schema"] = "govreport.tables/1", ["look"] = Look.Name, ["font"] = Look.Font, ["tables"] = tables };
        return Encoding.UTF8.GetBytes(truth.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
    }

    private static string Table(FreePiece.Grid grid)
    {
        var html = new StringBuilder($"<div class='caption'>{WebUtility.HtmlEncode(grid.Caption)}</div>\n<table><thead>");
        for (var row = 0; row < grid.Table.Rows; row++)
        {
            if (row == grid.Table.HeaderRows)
                html.Append("</thead><tbody>\n");
            html.Append(row == grid.Table.HeaderRows - 1 ? "<tr class='last'>" : "<tr>");
            foreach (var cell in grid.Table.Cells.Where(cell => cell.Row == row))
                html.Append(Cell(cell, grid.Table));
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table>\n").ToString();
    }

    private static string Cell(FreeCell cell, FreeTable table)
    {
        var kind = cell.IsHeader ? (cell.ColumnSpan > 1 && cell.Row + cell.RowSpan < table.HeaderRows ? "group" : cell.Row + cell.RowSpan == table.HeaderRows ? "leaf" : "") : cell.IsNumber ? "number" : "label";
        var spans = string.Create(CultureInfo.InvariantCulture, $"{(cell.ColumnSpan > 1 ? $" colspan='{cell.ColumnSpan}'" : "")}{(cell.RowSpan > 1 ? $" rowspan='{cell.RowSpan}'" : "")}");
        return $"<{(cell.IsHeader ? "th" : "td")} class='{kind}'{spans}>{WebUtility.HtmlEncode(cell.Text)}</{(cell.IsHeader ? "th" : "td")}>";
    }

    private string Style() => string.Create(CultureInfo.InvariantCulture, $$"""
        @page { size: A4{{(Look.IsLandscape ? " landscape" : "")}}; margin: 22mm 20mm; }
        body { font-family: '{{Look.Font}}'; font-size: {{Look.Size}}pt; line-height: 1.6; margin: 0; -webkit-print-color-adjust: exact; }
        h2 { font-size: {{Look.Size * 1.2}}pt; margin: 0.8em 0 0.4em; break-after: avoid; }
        p { text-indent: 2em; margin: 0.3em 0; text-align: justify; }
        .caption { text-align: center; break-after: avoid; margin-top: 0.8em; }
        table { border-collapse: collapse; {{(Look.IsWide ? "width: 100%;" : "margin-left: auto; margin-right: auto;")}} font-size: {{Look.TableSize}}pt; line-height: 1.3; margin-top: 0.3em; margin-bottom: 1em; {{Frame()}} }
        th, td { {{Line()}} padding: {{Look.Padding}}pt {{Look.Padding + 2}}pt; vertical-align: middle; font-weight: normal; overflow-wrap: break-word; }
        th { text-align: center; {{(Look.HeaderShade is null ? "" : $"background: {Look.HeaderShade};")}} {{(Look.HasBoldHeader ? "font-weight: bold;" : "")}} }
        td.label { text-align: {{Look.LabelAlign}}; }
        td.number { text-align: {{Look.NumberAlign}}; white-space: nowrap; }
        {{(Look.UnderlinesGroups && Look.Lines is TableLines.Three or TableLines.None ? "th.group { border-bottom: 0.5pt solid black; }" : "")}}
        {{(Look.Lines == TableLines.Three ? "th.leaf { border-bottom: 0.75pt solid black; }" : "")}}
        thead { display: {{(Look.RepeatsHeader ? "table-header-group" : "table-row-group")}}; }
        tr { break-inside: avoid; }
        """);

    private string Line() => Look.Lines switch
    {
        TableLines.All => "border: 0.75pt solid black;",
        TableLines.HorizontalOnly => "border: 0; border-top: 0.5pt solid black; border-bottom: 0.5pt solid black;",
        TableLines.Hairlines => "border: 0.4pt solid #999;",
        TableLines.HeavyFrame => "border: 0.5pt solid black;",
        _ => "border: 0;",
    };

    private string Frame() => Look.Lines switch
    {
        TableLines.HeavyFrame => "border: 2pt solid black;",
        TableLines.Three => "border-top: 1.2pt solid black; border-bottom: 1.2pt solid black;",
        _ => "",
    };
}
