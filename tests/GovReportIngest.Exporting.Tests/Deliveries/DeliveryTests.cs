using System.Text.Json;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Exporting.Deliveries;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Exporting.Tests.Deliveries;

public sealed class DeliveryTests : IAsyncLifetime
{
    private const string Choice = "all";
    private readonly ExportedStore stored = new();

    public Task InitializeAsync() => stored.InitializeAsync();

    public Task DisposeAsync() => stored.DisposeAsync();

    private async Task<DeliveryManifest> WriteAsync(string since, string folder, ExportFormat format = ExportFormat.Jsonl, int most = Delivery.MostReports, Action<ListedRecord>? written = null, string choice = Choice) =>
        await new Delivery(stored.Store, stored.PathOf("states"), "1.0.0").WriteAsync(
            await ChosenReports.FindAsync(stored.Store, new ExportChoice.Found(new()), written, default), choice, format, since, stored.PathOf(folder), most);

    private IEnumerable<JsonElement> Lines(string file) => File.ReadLines(stored.PathOf(file)).Select(line => JsonDocument.Parse(line).RootElement);

    private Task DecideAsync(long id) => stored.Store.Review.DecideAsync(new(id, 1), new()
    {
        Subject = "requests.new_received.total", Action = DecisionAction.Correct, Version = 1, Seen = 0, Result = new(FieldState.Printed, new FieldValue.Number(77), "77", []),
    }, "reviewer", default);

    [Fact]
    public async Task The_first_delivery_has_everything_and_the_next_only_what_was_decided_replaced_or_added()
    {
        var first = await WriteAsync(Delivery.Start, "d1");
        Assert.Equal((5, 0), (first.Upserts, first.Withdrawals));
        await DecideAsync(1);
        var added = await stored.PutAsync("z/new.md", ExportedStore.Sample);
        await File.WriteAllTextAsync(stored.PathOf("in/b/flattened.md"), "other bytes");
        await ReplaceAsync("b/flattened.md");

        var second = await WriteAsync(first.Token, "d2");
        Assert.Equal((3, 1), (second.Upserts, second.Withdrawals));
        Assert.Equal(["1", $"{added.DocumentId}", $"{added.DocumentId + 1}"], Lines("d2/upserts-00001.jsonl").Select(line => line.GetProperty("id").GetString()));
        Assert.Equal("4", Assert.Single(Lines("d2/withdrawals.jsonl")).GetProperty("id").GetString());
        Assert.Equal((second.Since, 0L, 0L), (first.Token, (await WriteAsync(second.Token, "d3")).Upserts, (await WriteAsync(second.Token, "d4")).Withdrawals));
        Assert.Equal(second.Token, (await WriteAsync(second.Token, "d5")).Token);
    }

    private async Task ReplaceAsync(string name)
    {
        var entry = new Core.Collect.SourceEntry(name, [stored.PathOf($"in/{name}")], false);
        var (source, _) = await Core.Collect.SourceHasher.HashAsync(entry, default);
        var document = (await stored.Store.Documents.CollectAsync(entry, source, new(), default))!;
        await stored.Store.Extractions.RecordAsync(document.DocumentId, [Storage.Documents.RecordFile.Of(ExportedStore.Sample with { Source = ExportedStore.Sample.Source with { Path = name, Sha256 = source!.Sha256 } })], default);
    }

    [Fact]
    public async Task A_stopped_delivery_goes_on_with_the_files_that_are_missing_and_ends_as_if_it_had_not_been_stopped()
    {
        var whole = await WriteAsync(Delivery.Start, "whole", most: 2);
        Assert.Equal(["upserts-00001.jsonl", "upserts-00002.jsonl", "upserts-00003.jsonl", "withdrawals.jsonl"], whole.Files.Select(file => file.File));
        var count = 0;
        void StopAtTheThird(ListedRecord row) => _ = ++count == 3 ? throw new InvalidOperationException("killed") : row;
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(Delivery.Start, "stopped", most: 2, written: StopAtTheThird));
        Assert.False(File.Exists(stored.PathOf("stopped/manifest.json")));
        var kept = File.GetLastWriteTimeUtc(stored.PathOf("stopped/upserts-00001.jsonl"));

        var again = await WriteAsync(Delivery.Start, "stopped", most: 2);
        Assert.Equal(whole.ToJson(), again.ToJson());
        Assert.Equal(kept, File.GetLastWriteTimeUtc(stored.PathOf("stopped/upserts-00001.jsonl")));
        Assert.Equal(Directory.GetFiles(stored.PathOf("whole")).Select(Path.GetFileName).Order(), Directory.GetFiles(stored.PathOf("stopped")).Select(Path.GetFileName).Order());
        Assert.Equal(whole.ToJson(), (await WriteAsync(Delivery.Start, "whole", most: 2)).ToJson());
    }

    [Fact]
    public async Task What_does_not_go_together_is_refused()
    {
        async Task<DeliveryFault> RefusedAsync(Func<Task> call) => (await Assert.ThrowsAsync<DeliveryException>(call)).Fault;
        var first = await WriteAsync(Delivery.Start, "one");

        Assert.Equal(DeliveryFault.UnknownToken, await RefusedAsync(() => WriteAsync(new string('0', 32), "two")));
        Assert.Equal(DeliveryFault.UnknownToken, await RefusedAsync(() => WriteAsync("../../etc/passwd", "two")));
        Assert.Equal(DeliveryFault.OtherChoice, await RefusedAsync(() => WriteAsync(first.Token, "two", choice: "year 2023")));
        Assert.Equal(DeliveryFault.FolderTaken, await RefusedAsync(() => WriteAsync(first.Token, "one")));
        Assert.Equal(DeliveryFault.FolderTaken, await RefusedAsync(() => WriteAsync(Delivery.Start, "in")));
        Assert.Equal(DeliveryFault.FolderTaken, await RefusedAsync(() => WriteAsync(Delivery.Start, "one", ExportFormat.Csv)));
        Assert.Equal(DeliveryFault.FolderTaken, await RefusedAsync(() => WriteAsync(Delivery.Start, "one", choice: "year 2023")));
    }

    [Fact]
    public async Task Ids_of_a_register_may_be_written_anyhow()
    {
        var agency = ExportedStore.Sample.Fields.Single(field => field.Key == ReportPaths.Agency).Value.Printed;
        await stored.Store.Agencies.ImportAsync(AgencyRegisterFile.Read(System.Text.Encoding.UTF8.GetBytes($"id,name\n\"X\n1\t2\",{agency}\n")), _ => { }, default);
        var first = await WriteAsync(Delivery.Start, "odd-1");

        Assert.Contains("X 1 2", await File.ReadAllTextAsync(stored.PathOf("odd-1/upserts-00001.jsonl")), StringComparison.Ordinal);
        Assert.Equal(0, (await WriteAsync(first.Token, "odd-2")).Upserts);
    }
}
