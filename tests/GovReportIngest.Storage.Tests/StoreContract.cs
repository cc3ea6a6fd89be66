using System.Data.Common;
using System.Text;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Sql;
using GovReportIngest.TestKit;

namespace GovReportIngest.Storage.Tests;

/// <summary>A store on some database, and documents to put into it. The tests of the contract derive from this, once for every database.</summary>
public abstract class StoreContract(ITestedDatabase database) : IAsyncLifetime
{
    private static readonly Lazy<ReportRecord> Sample = new(() => TextReports.Ingest(File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md"))));

    /// <summary>The forms of the repository.</summary>
    internal static readonly Lazy<FormLibrary> Forms = new(() => FormLibrary.Load(Repository.PathOf("models", "forms")));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-store-");

    protected ManualTime Clock { get; } = new();

    protected string Data => Path.Combine(folder.FullName, "data");

    protected ReportStore Store { get; private set; } = null!;

    /// <summary>The record of a sample: 205 fields, none open.</summary>
    protected static ReportRecord Record => Sample.Value;

    public async Task InitializeAsync() => Store = await OpenAsync();

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    protected Task<ReportStore> OpenAsync() => database.OpenAsync(Data, Clock);

    /// <summary>For this process and for the database.</summary>
    protected Task PassAsync(TimeSpan time)
    {
        Clock.Pass(time);
        return database.PassAsync(Data, time);
    }

    protected Task<T> OnDatabaseAsync<T>(Func<DbConnection, Task<T>> act) => database.OnDatabaseAsync(Data, act);

    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAsync();
    }

    protected SourceEntry Put(string name, string text)
    {
        var file = Path.Combine(folder.FullName, "in", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, Encoding.UTF8);
        return new(name, [file], false);
    }

    protected async Task<StoredDocument> CollectAsync(SourceEntry entry, int priority = 0)
    {
        var (source, _) = await SourceHasher.HashAsync(entry, default);
        return (await Store.Documents.CollectAsync(entry, source, new() { Priority = priority }, default))!;
    }

    protected Task<Recorded> RecordAsync(StoredDocument document, params ReportRecord[] records) =>
        Store.Extractions.RecordAsync(document.DocumentId, [.. records.Select(RecordFile.Of)], default);

    /// <summary>The sample's record with these fields open.</summary>
    protected static ReportRecord Open(params string[] paths) => Record with
    {
        Outcome = paths.Length > 0 ? Outcome.NeedsReview : Outcome.Accepted,
        Fields = [.. Record.Fields.Select(field => paths.Contains(field.Key)
            ? KeyValuePair.Create(field.Key, field.Value with { Review = ReviewState.Open, Reasons = ["low-probability"], Probability = 0.9m }) : field)],
    };

    /// <summary>The sample's record under another agency and year.</summary>
    protected static ReportRecord Of(string agency, int year) => Record with
    {
        Fields = [.. Record.Fields.Select(field => field.Key switch
        {
            "report.agency" => KeyValuePair.Create(field.Key, field.Value with { Value = new FieldValue.Words(agency) }),
            "report.year" => KeyValuePair.Create(field.Key, field.Value with { Value = new FieldValue.Number(year) }),
            _ => field,
        })],
    };

    protected static ReportRecord Rejected => new()
    {
        Source = Record.Source, Engine = Record.Engine, Outcome = Outcome.Rejected,
        Review = [new("unreadable-document", [], "")], Problems = [new Problem("collect", "empty", null, "")],
    };
}
