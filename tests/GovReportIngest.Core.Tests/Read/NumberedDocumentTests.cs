using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Tests.Read;

public sealed class NumberedDocumentTests
{
    [Fact]
    public async Task Pages_are_numbered_in_their_order_and_cells_asked_for_by_what_the_reader_calls_them()
    {
        await using var document = new NumberedDocument(new Spread(), ReadingGuide.None);
        var pages = new List<ReadPage>();
        await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
            pages.Add(page);

        Assert.Equal([(1, 1), (2, 2), (3, 2), (4, 3)], pages.Select(page => (page.Number, page.SourcePage)));
        var asked = new List<string>();
        foreach (var page in pages)
            asked.Add((await document.ReadCellsAsync(page.Number, [], CancellationToken.None))[0].Text);
        Assert.Equal(["1", "2", "902", "3"], asked);
    }

    [Fact]
    public async Task Pages_in_another_order_are_numbered_in_it_and_their_cells_are_still_their_own()
    {
        await using var document = new NumberedDocument(new Spread(), ReadingGuide.Parse(["order 3,2,1"]));
        var pages = new List<ReadPage>();
        await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
            pages.Add(page);

        Assert.Equal([(1, 3), (2, 2), (3, 2), (4, 1)], pages.Select(page => (page.Number, page.SourcePage)));
        Assert.Equal("902", (await document.ReadCellsAsync(3, [], CancellationToken.None))[0].Text);
    }

    /// <summary>Its second page is two.</summary>
    private sealed class Spread : IOpenDocument
    {
        public string MediaType => "application/pdf";

        public int PageCount => 3;

        public IReadOnlyList<Problem> Problems => [];

        public async IAsyncEnumerable<ReadPage> ReadPagesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            foreach (var number in new[] { 1, 2, 902, 3 })
            {
                await Task.Yield();
                yield return new() { Number = number, SourcePage = number % 900, Reading = PageReading.Ocr, Why = "test" };
            }
        }

        public Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<CellReading>>([new() { Ink = CellInk.Printed, Text = page.ToString(System.Globalization.CultureInfo.InvariantCulture) }]);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
