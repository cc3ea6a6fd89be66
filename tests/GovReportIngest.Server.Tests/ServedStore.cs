using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GovReportIngest.Core;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Layout;
using GovReportIngest.Jobs.Intake;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Reading;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Users;
using GovReportIngest.TestKit;

namespace GovReportIngest.Server.Tests;

/// <summary>A store in a folder of its own, served on a free port of this machine, with one person of every role.</summary>
public sealed class ServedStore : IAsyncLifetime, IAsyncDisposable
{
    public const string Password = "correct horse battery";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-serve-");
    private readonly DocumentReader reader = new(new());
    private DocumentProcessing processing = null!;

    public ReportStore Store { get; private set; } = null!;

    public ReviewServer Server { get; private set; } = null!;

    public Uri Url => new($"http://127.0.0.1:{Server.Url.Port}");

    public string BlobFolder => Path.Combine(folder.FullName, "data", "blobs");

    private string Scratch => StoreFolder.ScratchOf(Path.Combine(folder.FullName, "data"));

    public async Task InitializeAsync()
    {
        var data = Path.Combine(folder.FullName, "data");
        Store = await StoreFolder.OpenAsync(data, new(() => TextReports.Forms), TimeProvider.System, default);
        foreach (var role in Enum.GetValues<UserRole>())
            await Store.Users.AddAsync(UserTable.CodeOf(role), role, Passwords.Hash(Password), default);
        var pipeline = new IngestPipeline(
            reader, new LayoutAnalyzer(), new FormMatcher(TextReports.Forms), new ReportInterpreter(TextReports.Outlines),
            new RecordChecker(Calibration.Load(Repository.PathOf("models", "calibration.json"))), new() { Version = "1.0.0" });
        processing = new(Store, new(pipeline, Store, null, Scratch), lanes: 2, TimeProvider.System);
        var options = new ServerOptions
        {
            Concepts = TextReports.Concepts,
            Url = new("http://127.0.0.1:0"), KeyFolder = Path.Combine(data, "keys"), PictureFolder = Path.Combine(data, "pictures"), WordFolder = Path.Combine(data, "words"), ScratchFolder = Scratch,
        };
        Server = await ReviewServer.StartAsync(options, Store, processing, reader, TimeProvider.System, default);
        await processing.StartAsync(default);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await processing.StopAsync(default);
        processing.Dispose();
        await Server.DisposeAsync();
        await Store.DisposeAsync();
        reader.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>Follows no redirects and keeps no cookies.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Url };

    /// <summary>A program with a token of this role.</summary>
    public async Task<HttpClient> ClientAsync(string role)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await Store.Users.AddTokenAsync(role, default));
        return client;
    }

    /// <summary>Puts a record into the store as if it had been read.</summary>
    /// <param name="source">Bytes of the document; its name where there are none.</param>
    public async Task<RecordId> PutAsync(ReportRecord record, string name, byte[]? source = null)
    {
        // Nobody reads it meanwhile.
        await Store.Claims.PauseAsync(default);
        using var bytes = new MemoryStream(source ?? System.Text.Encoding.UTF8.GetBytes(name));
        var document = await new DocumentIntake(Store, Scratch).RegisterAsync(name, bytes, new(), default);
        await Store.Extractions.RecordAsync(document.DocumentId, [RecordFile.Of(record)], default);
        await Store.Claims.ResumeAsync(default);
        return new(document.DocumentId, 1);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
