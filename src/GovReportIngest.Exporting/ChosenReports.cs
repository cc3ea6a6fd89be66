using System.Runtime.CompilerServices;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting;

/// <summary>
/// The reports of an export, in the order of their ids. Which they are is settled when they are found; what they say is read when it is written, as
/// people's decisions leave it then.
/// </summary>
public sealed class ChosenReports
{
    private const int PageSize = 500;
    private const int PartPageSize = 8;
    private readonly ReportStore store;
    private readonly Action<ListedRecord>? written;

    /// <summary>Those that were read already; null where all are read as they are written.</summary>
    private readonly IReadOnlyList<ReviewedReport>? read;

    private ChosenReports(ReportStore store, IReadOnlyList<ListedRecord> rows, Action<ListedRecord>? written)
    {
        (this.store, this.written) = (store, written);
        Rows = [.. rows.Where(row => row.Version > 0)];
        Unread = rows.Count - Rows.Count;
        Forms = [.. Rows.Select(row => row.Form).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(store.Forms.Find).OfType<FormDefinition>()];
    }

    public IReadOnlyList<ListedRecord> Rows { get; }

    /// <summary>Documents of the choice that were not read yet: they are not exported.</summary>
    public int Unread { get; }

    /// <summary>Those of the reports, by id.</summary>
    public IReadOnlyList<FormDefinition> Forms { get; }

    /// <param name="store">Has them.</param>
    /// <param name="choice">Which.</param>
    /// <param name="written">Told of every report that was written; null for nobody.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<ChosenReports> FindAsync(
        ReportStore store, ExportChoice choice, Action<ListedRecord>? written, CancellationToken cancellation) => choice switch
    {
        ExportChoice.Found(var filter) => new(store, await ListAsync(store, filter, cancellation), written),
        ExportChoice.These(var ids) => new(store, await ListAsync(store, ids, cancellation), written),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Some of them.</summary>
    public ChosenReports Among(IReadOnlyList<ListedRecord> rows) => new(store, rows, written);

    /// <summary>Says that this one is done, where they are written one by one.</summary>
    public void Tell(ListedRecord row) => written?.Invoke(row);

    /// <summary>What a row stands for: one report, or all of its file. Nothing where its document was replaced meanwhile.</summary>
    /// <exception cref="StoreException">A record is damaged, or the store cannot be read.</exception>
    public async Task<IReadOnlyList<ReviewedReport>> ReadAsync(ListedRecord row, CancellationToken cancellation) =>
        AreFiles ? await ReadFileAsync(row.DocumentId, cancellation) : await store.Review.FindOnceAsync(row.Id, cancellation) is { } report ? [report] : [];

    /// <summary>One of them by itself, as it was read; nobody is told of it.</summary>
    public ChosenReports Only(ListedRecord row, IReadOnlyList<ReviewedReport> read) => new(this, row, read) { AreFiles = AreFiles };

    private ChosenReports(ChosenReports all, ListedRecord row, IReadOnlyList<ReviewedReport> read) =>
        (store, this.read, Rows, Forms) = (all.store, read, [row], [.. all.Forms.Where(form => form.Id == row.Form)]);

    /// <summary>
    /// What <paramref name="make"/> makes of every report, in their order. Several are read and made at the same time; as many as there are
    /// processors, so that memory is bounded.
    /// </summary>
    /// <exception cref="StoreException">A record is damaged, or the store cannot be read.</exception>
    public async IAsyncEnumerable<T> SelectAsync<T>(Func<ReviewedReport, T> make, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var begun = new Queue<(ListedRecord Row, Task<(bool IsThere, T Made)> Task)>();
        var next = 0;
        while (next < Rows.Count || begun.Count > 0)
        {
            while (next < Rows.Count && begun.Count < 2 * Environment.ProcessorCount)
            {
                var row = Rows[next++];
                begun.Enqueue((row, Task.Run(() => MakeAsync(row, make, cancellation), cancellation)));
            }

            var (oldest, task) = begun.Dequeue();
            // A report whose document was replaced meanwhile is gone.
            if (await task is (true, var made))
                yield return made;
            written?.Invoke(oldest);
        }
    }

    /// <summary>Whether a row stands for its whole file.</summary>
    public bool AreFiles { get; private init; }

    /// <summary>Every file once, whatever the number of reports in it that were chosen.</summary>
    public ChosenReports OfFiles() => new(store, [.. Rows.DistinctBy(row => row.DocumentId)], written) { AreFiles = true };

    /// <summary>The document of the first row with all reports in it, chosen or not.</summary>
    /// <exception cref="StoreException">A record is damaged, or the store cannot be read.</exception>
    /// <exception cref="NotExportableException">It was replaced meanwhile.</exception>
    internal async Task<SourceFile> FirstFileAsync(CancellationToken cancellation)
    {
        var (id, reports) = (Rows[0].DocumentId, read ?? await ReadFileAsync(Rows[0].DocumentId, cancellation));
        return reports.Count > 0 && await store.Queries.FindAsync(id, cancellation) is { } found
            ? new(store, id, found.Files, reports) : throw new NotExportableException(Rows[0].Path, "it was replaced by another file meanwhile.");
    }

    private async Task<IReadOnlyList<ReviewedReport>> ReadFileAsync(long documentId, CancellationToken cancellation)
    {
        var reports = new List<ReviewedReport>();
        while (await store.Review.FindOnceAsync(new(documentId, reports.Count + 1), cancellation) is { } report)
            reports.Add(report);
        return reports;
    }

    private async Task<(bool, T)> MakeAsync<T>(ListedRecord row, Func<ReviewedReport, T> make, CancellationToken cancellation) =>
        (read is null ? await store.Review.FindOnceAsync(row.Id, cancellation) : read.FirstOrDefault(report => report.Id == row.Id)) is { } report ? (true, make(report)) : (false, default(T)!);

    private static async Task<IReadOnlyList<ListedRecord>> ListAsync(ReportStore store, RecordFilter filter, CancellationToken cancellation)
    {
        var rows = new List<ListedRecord>();
        await foreach (var row in ListAsync(store, filter, PageSize, cancellation))
            rows.Add(row);
        return rows;
    }

    private static async Task<IReadOnlyList<ListedRecord>> ListAsync(ReportStore store, IReadOnlyList<RecordId> ids, CancellationToken cancellation)
    {
        var rows = new List<ListedRecord>();
        foreach (var document in ids.GroupBy(id => id.DocumentId).OrderBy(document => document.Key))
            await foreach (var row in ListAsync(store, new() { After = new(document.Key, 0) }, PartPageSize, cancellation))
                if (row.DocumentId != document.Key)
                    break;
                else if (document.Any(id => id.Part is ExportChoice.These.AllParts || id == row.Id))
                    rows.Add(row);
        return rows;
    }

    private static async IAsyncEnumerable<ListedRecord> ListAsync(
        ReportStore store, RecordFilter filter, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<ListedRecord> page;
        do
        {
            page = await store.Queries.ListAsync(filter with { Most = pageSize }, cancellation);
            foreach (var row in page)
                yield return row;
            filter = filter with { After = page.Count == 0 ? null : page[^1].Id };
        }
        while (page.Count == pageSize);
    }
}
