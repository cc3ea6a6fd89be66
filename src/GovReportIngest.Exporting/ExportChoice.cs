using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Exporting;

/// <summary>Which reports of a store are exported.</summary>
public abstract record ExportChoice
{
    private ExportChoice()
    {
    }

    /// <summary>All that a filter finds; its page is of no account.</summary>
    public sealed record Found(RecordFilter Filter) : ExportChoice;

    /// <summary>These alone; of a document whose part is <see cref="AllParts"/> all reports.</summary>
    public sealed record These(IReadOnlyList<RecordId> Ids) : ExportChoice
    {
        public const int AllParts = 0;
    }
}
