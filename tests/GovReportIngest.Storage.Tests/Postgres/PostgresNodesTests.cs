using System.Diagnostics;
using Dapper;
using GovReportIngest.Core.Collect;
using GovReportIngest.Storage.Documents;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Storage.Tests.Postgres;

/// <summary>Several processes on one database, each as a store of its own.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresNodesTests(PostgresFixture fixture, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Nodes = 3;
    private const int Rows = 1_000_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-nodes-");
    private readonly PostgresStore database = new(fixture.Server);
    private readonly List<ReportStore> stores = [];

    private string Data => Path.Combine(folder.FullName, "data");

    public async Task InitializeAsync()
    {
        stores.Add(await database.OpenAsync(Data, TimeProvider.System));
        for (var node = 1; node < Nodes; node++)
            stores.Add(await database.OpenAsync(Data, TimeProvider.System));
    }

    public async Task DisposeAsync()
    {
        foreach (var store in stores)
            await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nodes_that_open_a_new_store_at_once_agree_on_its_schema()
    {
        var data = Path.Combine(folder.FullName, "another");
        var opened = await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Task.Run(() => database.OpenAsync(data, TimeProvider.System))));
        foreach (var store in opened)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task Every_document_is_claimed_by_one_node_and_what_a_closed_one_held_waits_again()
    {
        for (var number = 0; number < 200; number++)
            await CollectAsync(stores[0], $"{number}.txt", $"第{number}份");

        var claims = await Task.WhenAll(stores.Select(store => Task.Run(() => TakeAllAsync(store))));

        Assert.Equal(Enumerable.Range(1, 200).Select(id => (long)id), claims.SelectMany(ids => ids).Order());
        await stores[0].DisposeAsync();
        stores.RemoveAt(0);
        Assert.Equal(claims[0].Order(), (await TakeAllAsync(stores[0])).Order());
    }

    [Fact]
    public async Task The_same_bytes_delivered_to_all_nodes_at_once_are_one_document()
    {
        for (var round = 0; round < 10; round++)
        {
            var delivered = await Task.WhenAll(stores.Select((store, node) => Task.Run(() => CollectAsync(store, $"{round}-{node}.txt", $"第{round}轮"))));
            Assert.Single(delivered.Select(document => document.DocumentId).Distinct());
        }
    }

    [Fact]
    public async Task Files_that_change_at_one_place_leave_one_that_stands_there()
    {
        await Task.WhenAll(stores.Select((store, node) => Task.Run(() => CollectAsync(store, "a.txt", $"第{node}版", "inbox/a.txt"))));
        Assert.Single(await stores[0].Queries.ListAsync(new(), default));
    }

    [Fact]
    public async Task Connections_that_were_cut_are_made_anew()
    {
        await CollectAsync(stores[0], "a.txt", "一");
        await database.OnDatabaseAsync(Data, connection => connection.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"));

        Assert.Single(await stores[0].Claims.TakeAsync(1, default));
        Assert.Single(await stores[1].Queries.ListAsync(new(), default));
    }

    [Fact]
    public async Task A_server_that_lets_this_user_not_in_is_told_as_such()
    {
        var connection = fixture.Server.ConnectionTo("x").Replace("Username=postgres", "Username=nobody", StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreServer.OpenAsync(connection, Data, StoreContract.Forms, TimeProvider.System, default));
        Assert.Equal(StoreFault.Unreachable, refused.Fault);
    }

    /// <summary>A million in the long run: claims of eight lanes, one document each.</summary>
    [Fact]
    [Trait("Judged", "by-the-clock")]
    public async Task Claims_are_fast_however_much_waits()
    {
        var rows = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is null ? Rows / 10 : Rows;
        await database.OnDatabaseAsync(Data, connection => connection.ExecuteAsync("""
            INSERT INTO documents (document_id, path, sha256, bytes, is_folder, collected_at) SELECT n, 'x/' || n, 'h' || n, 1, 0, 0 FROM generate_series(1, @rows) AS n;
            INSERT INTO work (document_id, state, changed_at) SELECT n, 'collected', 0 FROM generate_series(1, @rows) AS n;
            ANALYZE documents; ANALYZE work;
            """, new { rows }, commandTimeout: 600));
        var began = Stopwatch.GetTimestamp();
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(lane => Task.Run(() => TakeAsync(stores[lane % Nodes], 200))));
        var rate = claims.Sum(ids => ids.Count) / (decimal)Stopwatch.GetElapsedTime(began).TotalSeconds;

        output.WriteLine($"» PostgreSQL: {rate:#,0} claims a second by 8 lanes of {Nodes} nodes, {rows:#,0} documents waiting");
        Assert.Equal(1600, claims.SelectMany(ids => ids).Distinct().Count());
    }

    /// <summary>What the database takes of every record: bench/scaling.py counts with it.</summary>
    [Fact]
    [Trait("Judged", "by-the-clock")]
    public async Task Records_of_many_lanes_are_stored_at_once()
    {
        const int Lanes = 8;
        var count = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is null ? 10 : 100;
        var record = RecordFile.Of(TextReports.Ingest(await File.ReadAllTextAsync(Repository.PathOf("samples", "inbox", "text", "pipes.md"))));
        for (var number = 0; number < Lanes * count; number++)
            await CollectAsync(stores[0], $"{number}.txt", $"第{number}份");
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(async () =>
        {
            var store = stores[lane % Nodes];
            while (await store.Claims.TakeAsync(1, default) is [var document])
                Assert.Equal(Recorded.New, await store.Extractions.RecordAsync(document.Claim, [record], default));
        })));
        var rate = Lanes * count / (decimal)Stopwatch.GetElapsedTime(began).TotalSeconds;

        output.WriteLine($"» PostgreSQL: {rate:#,0} records of 205 fields stored a second by {Lanes} lanes of {Nodes} nodes, claims included");
        Assert.Equal(Lanes * count, (await stores[0].Queries.CountAsync(default)).Totals.Records);
    }

    private static async Task<List<long>> TakeAllAsync(ReportStore store) => await TakeAsync(store, int.MaxValue);

    private static async Task<List<long>> TakeAsync(ReportStore store, int most)
    {
        var taken = new List<long>();
        while (taken.Count < most && await store.Claims.TakeAsync(1, default) is [var document])
            taken.Add(document.Claim.DocumentId);
        return taken;
    }

    private async Task<StoredDocument> CollectAsync(ReportStore store, string name, string text, string? location = null)
    {
        var file = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(file, text);
        var entry = new SourceEntry(name, [file], false);
        var (source, _) = await SourceHasher.HashAsync(entry, default);
        return (await store.Documents.CollectAsync(entry, source, new() { IsWithoutTwins = true, Location = location }, default))!;
    }
}
