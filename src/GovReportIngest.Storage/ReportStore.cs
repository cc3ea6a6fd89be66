using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Storage.Agencies;
using GovReportIngest.Storage.Archives;
using GovReportIngest.Storage.Arrivals;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Quality;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;
using GovReportIngest.Storage.Search;
using GovReportIngest.Storage.Sql;
using GovReportIngest.Storage.Users;

namespace GovReportIngest.Storage;

/// <summary>
/// Documents, what was read of them, and what was asked about them: rows in a database, bytes in a blob store. A row is written only when the
/// blobs it names are safe, so that a process may end at any moment.
/// </summary>
public sealed class ReportStore : IAsyncDisposable
{
    private readonly IStoreDatabase database;
    private readonly IDisposable? hold;
    private readonly Lazy<FormLibrary> forms;

    /// <param name="database">Its schema is current.</param>
    /// <param name="blobs">Source bytes and records.</param>
    /// <param name="forms">To evaluate the sums of reviewed records; read when first needed.</param>
    /// <param name="time">For the times of rows.</param>
    /// <param name="hold">Let go when the store is closed; null where it was opened for reading.</param>
    internal ReportStore(IStoreDatabase database, IBlobStore blobs, Lazy<FormLibrary> forms, TimeProvider time, IDisposable? hold)
    {
        (this.database, this.hold, this.forms, Blobs) = (database, hold, forms, blobs);
        var reviewed = new ReviewedReports(forms);
        var matching = new ReportMatching(blobs, reviewed, time);
        Documents = new(database, blobs, matching, time);
        Work = new(database, blobs, time);
        Claims = new(database, time, $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}");
        Arrivals = new(database);
        Fetches = new(database, time);
        Extractions = new(database, blobs, reviewed, matching, time);
        Review = new(database, blobs, reviewed, matching, time);
        Agencies = new(database, matching, time);
        Catalogue = new(database);
        Queue = new(database, time);
        Search = new(database, blobs);
        Quality = new(database, Review, time);
        EqualCells = new(database, Review);
        Statistics = new(database);
        FourEyes = new(database, time);
        DoubleEntry = new(database, time);
        Users = new(database, time);
        Audit = new(database, time);
        Queries = new(database);
        Verification = new(database, blobs, reviewed);
    }

    /// <summary>Form definitions that are installed.</summary>
    public FormLibrary Forms => forms.Value;

    public IBlobStore Blobs { get; }

    public DocumentTable Documents { get; }

    public WorkTable Work { get; }

    public ClaimTable Claims { get; }

    public ArrivalTable Arrivals { get; }

    public FetchTable Fetches { get; }

    public ExtractionTable Extractions { get; }

    public ReviewTable Review { get; }

    public QueueTable Queue { get; }

    public SearchTable Search { get; }

    public QualityTable Quality { get; }

    public EqualCells EqualCells { get; }

    public ReviewStatistics Statistics { get; }

    public FourEyes FourEyes { get; }

    public DoubleEntry DoubleEntry { get; }

    public AgencyTable Agencies { get; }

    public CatalogueTable Catalogue { get; }

    public UserTable Users { get; }

    public AuditTrail Audit { get; }

    public StoreQueries Queries { get; }

    public StoreVerification Verification { get; }

    public async ValueTask DisposeAsync()
    {
        if (hold is not null)
            await Claims.GiveBackAllAsync(CancellationToken.None);
        await database.DisposeAsync();
        Blobs.Dispose();
        hold?.Dispose();
    }
}
