using System.Text;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.TestKit;

namespace GovReportIngest.Exporting.Tests;

/// <summary>A store with a few reports: as it was read, with every state and hostile texts, corrected by a person, of another form, and of none.</summary>
public sealed class ExportedStore : IAsyncLifetime
{
    public const string Person = "requests.new_received.natural_person";
    public const string Formula = "=HYPERLINK(\"http://x\",\"甲\")";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-export-");

    public static ReportRecord Sample { get; } = Ingest("pipes.md");

    /// <summary>Its fields take every state in turn, and its names look like formulas.</summary>
    public static ReportRecord Mixed { get; } = Sample with
    {
        Outcome = Outcome.NeedsReview,
        Fields = [.. Sample.Fields.Select((field, index) => KeyValuePair.Create(field.Key, ReportPaths.Has(field.Key) ? Named(field.Key, field.Value) : InState(field.Value, index)))],
    };

    public ReportStore Store { get; private set; } = null!;

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public async Task InitializeAsync()
    {
        Store = await StoreFolder.OpenAsync(PathOf("data"), new(() => TextReports.Forms), TimeProvider.System, default);
        await PutAsync("a/sample.md", Sample);
        await PutAsync("a/mixed.md", Mixed);
        var corrected = await PutAsync("b/corrected.md", Sample);
        var decided = await Store.Review.DecideAsync(corrected, new()
        {
            Subject = Person, Action = DecisionAction.Correct, Version = 1, Seen = 0, Result = new(FieldState.Printed, new FieldValue.Number(4321), "4,321", []),
        }, "reviewer", default);
        Assert.Equal(Storage.Review.DecisionOutcome.Made, decided.Outcome);
        await PutAsync("b/flattened.md", Ingest("flattened.txt"));
        await PutAsync("c/letter.md", Sample with { Form = null });
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <param name="records">Of the reports in the file.</param>
    public Task<RecordId> PutAsync(string name, params ReportRecord[] records) => PutAsync(name, "in", name, records);

    /// <summary>A report that somebody sent, whatever others sent under its name.</summary>
    public Task<RecordId> UploadAsync(string name, string from) => PutAsync(name, from, from, [Sample]);

    private async Task<RecordId> PutAsync(string name, string from, string text, ReportRecord[] records)
    {
        var file = PathOf(Path.Combine(from, name));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text, Encoding.UTF8);
        var entry = new SourceEntry(name, [file], false);
        var (source, _) = await SourceHasher.HashAsync(entry, default);
        var document = (await Store.Documents.CollectAsync(entry, source, new() { Location = file }, default))!;
        await Store.Extractions.RecordAsync(document.DocumentId, [.. records.Select((record, index) => RecordFile.Of(record with { Source = record.Source with { Path = name, Sha256 = source!.Sha256, Part = index + 1, Parts = records.Length } }))], default);
        return new(document.DocumentId, 1);
    }

    public Task<ChosenReports> AllAsync() => ChosenReports.FindAsync(Store, new ExportChoice.Found(new()), null, default);

    public Task<ChosenReports> OneAsync(long id) => ChosenReports.FindAsync(Store, new ExportChoice.These([new(id, ExportChoice.These.AllParts)]), null, default);

    internal static async Task<byte[]> WriteAsync(ChosenReports reports, ExportFormat format, bool excelSafe = false)
    {
        using var bytes = new MemoryStream();
        await ExportFormats.Of(format, excelSafe, new Tongue(isChinese: false), NoPages.Instance).WriteAsync(reports, bytes, default);
        return bytes.ToArray();
    }

    private static ReportRecord Ingest(string sample) => TextReports.Ingest(File.ReadAllText(Repository.PathOf("samples", "inbox", "text", sample)));

    private static RecordField Named(string path, RecordField field) => path switch
    {
        ReportPaths.Title => field with { Value = new FieldValue.Words(Formula), Printed = Formula },
        ReportPaths.Agency => field with { Value = new FieldValue.Words("+86 局\u0001_x0041_\r\n<b>|*"), Printed = "@SUM(A1)" },
        _ => field,
    };

    private static RecordField InState(RecordField field, int index) => (index % 6) switch
    {
        0 => field with { State = FieldState.Blank, Value = null, Printed = null },
        1 => field with { State = FieldState.Placeholder, Value = null, Printed = "/" },
        2 => field with { State = FieldState.Missing, Value = null, Printed = null, Evidence = [] },
        3 => field with { State = FieldState.Unreadable, Value = null, Printed = null, Review = ReviewState.Open, Reasons = ["unreadable"], Probability = 0.1m },
        4 => field with { State = FieldState.Printed, Value = new FieldValue.Number(-1234.5m), Printed = "-1234.50" },
        _ => field with { State = FieldState.Printed, Value = new FieldValue.Number(index == 5 + 6 ? 12345678901234567890m : index), Printed = "0" },
    };
}
