namespace GovReportIngest.Reading.Image;

/// <summary>
/// Repaired pages that wait for the second call of reading, 10 to 20 MB each. What does not fit is dropped and made again when
/// asked for, so that the memory of a worker does not grow with the document. Owns the pages.
/// </summary>
internal sealed class KeptPages(long mostBytes) : IDisposable
{
    private readonly SortedDictionary<int, RepairedPage> pages = [];

    public long Bytes { get; private set; }

    public RepairedPage? Find(int number) => pages.GetValueOrDefault(number);

    /// <summary>
    /// Cells are asked for in the order of pages after all were read: pages before the one asked for are needed no more,
    /// the last ones are needed last.
    /// </summary>
    public void Add(int number, RepairedPage page, bool isAskedForCells)
    {
        Drop(number);
        pages[number] = page;
        Bytes += page.Bytes;
        while (Bytes > mostBytes && pages.Count > 1)
        {
            var first = pages.Keys.First();
            var last = pages.Keys.Last();
            Drop(isAskedForCells && (first < number || last == number) ? first : last);
        }
    }

    public void Dispose()
    {
        foreach (var page in pages.Values)
            page.Dispose();
        pages.Clear();
        Bytes = 0;
    }

    private void Drop(int number)
    {
        if (!pages.Remove(number, out var page))
            return;
        Bytes -= page.Bytes;
        page.Dispose();
    }
}
