using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Tables;

public sealed class TablesCommandTests
{
    private static readonly string Sample = Repository.PathOf("samples", "inbox", "pdf", "landscape-dense.pdf");

    [Fact]
    public async Task All_formats_tell_of_the_same_cells()
    {
        using var folder = new TemporaryFolder();

        var run = await GovReport.RunAsync("tables", Sample, "--out", folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
        string Text(string format) => File.ReadAllText(Path.Combine(folder.Path, $"landscape-dense.pdf.tables.{format}"));
        using var json = JsonDocument.Parse(Text("json"));
        var tables = json.RootElement.GetProperty("tables").EnumerateArray().ToList();
        var cells = tables.SelectMany(table => table.GetProperty("cells").EnumerateArray()).ToList();
        using var page = new HtmlParser().ParseDocument(Text("html"));
        Assert.Equal(3, tables.Count);
        Assert.Equal(3, page.QuerySelectorAll("table").Length);
        Assert.Equal(cells.Select(Described), page.QuerySelectorAll("td").Select(Described));
        Assert.Contains(cells, cell => cell.GetProperty("columnSpan").GetInt32() > 1);
        Assert.Equal(tables.Sum(table => table.GetProperty("rows").GetInt32()) + tables.Count - 1, Text("csv").Split("\r\n").Length - 1);
    }

    [Fact]
    public async Task Without_a_folder_the_tables_are_printed()
    {
        var text = Repository.PathOf("samples", "inbox", "text", "pipes.md");

        var run = await GovReport.RunAsync("tables", text);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("信息内容,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_tables_writes_no_file_and_a_bad_one_is_told_of()
    {
        using var folder = new TemporaryFolder();
        string In(string name) => Path.Combine(folder.Path, name);
        Directory.CreateDirectory(In("in"));
        File.WriteAllText(In("in/prose.txt"), "石门县教育局工作简报\n\n本周召开两次会议，研究了校舍维修和冬季取暖的安排。\n下周继续检查。\n");
        File.WriteAllText(In("in/broken.pdf"), "%PDF-1.7\nbroken");

        var run = await GovReport.RunAsync("tables", In("in"), "--out", In("out"), "--lang", "en");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("broken.pdf", run.Complaints, StringComparison.Ordinal);
        Assert.Contains("0 tables in 2 documents", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("out")));
    }

    private static string Described(JsonElement cell) =>
        $"{cell.GetProperty("rowSpan")}×{cell.GetProperty("columnSpan")} {cell.GetProperty("text").GetString()}";

    private static string Described(IElement cell) =>
        $"{cell.GetAttribute("rowspan") ?? "1"}×{cell.GetAttribute("colspan") ?? "1"} {cell.TextContent}";
}
