using GovReportIngest.Core.Export;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Cli.Reread;

/// <summary>Which documents of a store are read once more.</summary>
internal abstract record RereadChoice
{
    private const int PageRows = 1000;

    private RereadChoice()
    {
    }

    /// <summary>Documents by number. Unknown ones, and those whose bytes the store never had, are left out.</summary>
    internal sealed record These(IReadOnlyList<long> DocumentIds) : RereadChoice;

    /// <summary>What waits, and what met a fault that may pass.</summary>
    internal sealed record Waiting(bool IsWaitingOver, bool IsWithRejected) : RereadChoice;

    /// <summary>What was read, by a query.</summary>
    /// <param name="IsOutdatedOnly">Only where program, models or forms changed since.</param>
    internal sealed record Found(RecordFilter Filter, bool IsOutdatedOnly) : RereadChoice;

    public async Task<IReadOnlyList<WaitingDocument>> FindAsync(ReportStore store, Engine engine, CancellationToken cancellation)
    {
        switch (this)
        {
            case These(var ids):
                var documents = new List<WaitingDocument>();
                foreach (var id in ids)
                    if (await store.Work.FindAsync(id, cancellation) is { } document)
                        documents.Add(document);
                return documents;
            case Waiting(var isWaitingOver, var isWithRejected):
                return await store.Work.FindWaitingAsync(isWaitingOver, isWithRejected, cancellation);
            case Found(var filter, var isOutdatedOnly):
                return await FindAsync(store, filter, row => !isOutdatedOnly || !ExistingRecord.IsOf(EngineText.Parse(row.Engine!), engine.Versions, engine.FormHashes), cancellation);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<IReadOnlyList<WaitingDocument>> FindAsync(
        ReportStore store, RecordFilter filter, Func<ListedRecord, bool> isWanted, CancellationToken cancellation)
    {
        var documents = new List<WaitingDocument>();
        IReadOnlyList<ListedRecord> page;
        do
        {
            page = await store.Queries.ListAsync(filter with { Most = PageRows }, cancellation);
            foreach (var row in page.Where(row => row is { Engine: not null, Bytes: > 0 }).Where(isWanted))
                if (documents.Count == 0 || documents[^1].DocumentId != row.DocumentId)
                    documents.Add(new(row.DocumentId, row.Path, row.Bytes));
            if (page.Count > 0)
                filter = filter with { After = page[^1].Id };
        }
        while (page.Count == PageRows);

        return documents;
    }
}
