using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Worker;
using GovReportIngest.TestKit;
using GovReportIngest.WorkerTestHost;

namespace GovReportIngest.Reading.Tests.Worker;

/// <summary>A reader in this process and the same reader in a worker give the same documents.</summary>
public sealed class ReaderContractTests
{
    [Theory]
    [InlineData("pdf/song-ruled.pdf")]
    [InlineData("pdf/web-hairlines.pdf")]
    [InlineData("text/flattened.txt")]
    [InlineData("text/plain-gb18030.txt")]
    [InlineData("html/layout-tables.htm")]
    [InlineData("docx/styles-numbered.docx")]
    public async Task Samples_are_the_same_through_a_worker(string sample)
    {
        var path = Path.Combine(Repository.Root, "samples/inbox", sample);
        var source = new SourceDocument { Path = sample, Files = [path], Sha256 = new('0', 64), Bytes = new FileInfo(path).Length };
        await using var pool = new WorkerPool(ScriptFile.Options("worker"));

        using var reader = new DocumentReader(new ReadingOptions());
        var here = await DescribeAsync(reader, source);

        Assert.Equal(here, await DescribeAsync(pool, source));
        Assert.True(here.Length > 1000);
    }

    [Fact]
    public async Task Pictures_are_the_same_through_a_worker_and_pages_without_one_have_none()
    {
        var path = Path.Combine(Repository.Root, "samples/inbox/pdf/song-ruled.pdf");
        var source = new SourceDocument { Path = "a.pdf", Files = [path], Sha256 = new('0', 64), Bytes = new FileInfo(path).Length };
        var overlay = new PageOverlay
        {
            SourcePage = 2, Width = 595.3, Height = 841.9, Rotation = 0, Title = "a.pdf",
            Shapes = [new(OverlayKind.Sure, [10, 10, 60, 10, 60, 20, 10, 20]) { Label = "12" }],
        };
        await using var pool = new WorkerPool(ScriptFile.Options("worker"));
        using var reader = new DocumentReader(new ReadingOptions());
        await using var here = await reader.OpenAsync(source, CancellationToken.None);
        await using var there = await pool.OpenAsync(source, CancellationToken.None);

        var picture = await here.DrawAsync(overlay, CancellationToken.None);

        Assert.True(picture?.Length > 10_000);
        Assert.Equal(picture, await there.DrawAsync(overlay, CancellationToken.None));
        Assert.Null(await there.DrawAsync(overlay with { SourcePage = 99 }, CancellationToken.None));
    }

    [Fact]
    public async Task Files_that_cannot_be_read_give_the_same_problems()
    {
        var source = new SourceDocument { Path = "gone.pdf", Files = ["/nonexistent/gone.pdf"], Sha256 = "", Bytes = 0 };
        await using var pool = new WorkerPool(ScriptFile.Options("worker"));

        using var reader = new DocumentReader(new ReadingOptions());
        Assert.Equal(await DescribeAsync(reader, source), await DescribeAsync(pool, source));
    }

    [Fact]
    public async Task Every_property_of_pages_and_cells_crosses_unchanged()
    {
        using var script = new ScriptFile("一", "二", "三");
        await using var pool = new WorkerPool(ScriptFile.Options());
        var (here, there) = (await DescribeAsync(new ScriptedReader(), script.Source), await DescribeAsync(pool, script.Source));

        Assert.Equal(here, there);
        Assert.Equal(await CellsAsync(new ScriptedReader(), script.Source), await CellsAsync(pool, script.Source));
    }

    private static async Task<string> DescribeAsync(IDocumentReader reader, SourceDocument source)
    {
        await using var document = await reader.OpenAsync(source, CancellationToken.None);
        var text = new List<string> { document.MediaType, $"{document.PageCount}" };
        await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
            text.Add(PageComparison.Text(page));
        return string.Join('\n', [.. text, .. document.Problems]);
    }

    private static async Task<string> CellsAsync(IDocumentReader reader, SourceDocument source)
    {
        await using var document = await reader.OpenAsync(source, CancellationToken.None);
        var cells = await document.ReadCellsAsync(2, [new(new(0.1, 0.2, 3, 4), CellKind.SignedInteger, 9)], CancellationToken.None);
        return System.Text.Json.JsonSerializer.Serialize(cells);
    }
}
