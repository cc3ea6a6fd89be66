using System.Diagnostics;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Exporting.Deliveries;
using GovReportIngest.TestKit;

namespace GovReportIngest.Exporting.Tests.Deliveries;

/// <summary>Deliveries as psql loads them into tables of deploy/warehouse/schema.sql.</summary>
public sealed class WarehouseTests : IAsyncLifetime
{
    private readonly ExportedStore stored = new();
    private PostgresServer server = null!;

    public async Task InitializeAsync()
    {
        await stored.InitializeAsync();
        server = await PostgresServer.StartAsync();
        // Twice: it changes nothing.
        for (var time = 1; time <= 2; time++)
            await PsqlAsync(Repository.Root, "-f", "deploy/warehouse/schema.sql");
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await stored.DisposeAsync();
    }

    private async Task<string> PsqlAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", server.Folder, "-U", "postgres", .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said[0].Trim() : throw new InvalidOperationException(said[1]);
    }

    private Task<string> AskAsync(string query) => PsqlAsync(Repository.Root, "-c", query);

    private async Task<DeliveryManifest> WriteAsync(string since, string folder) => await new Delivery(stored.Store, stored.PathOf("states"), "1.0.0").WriteAsync(
        await stored.AllAsync(), "all", ExportFormat.Csv, since, stored.PathOf(folder), most: 2);

    private Task<string> LoadAsync(string folder) => PsqlAsync(stored.PathOf(folder), "-f", "load.sql");

    /// <summary>Every row with the transaction that wrote it.</summary>
    private Task<string> StateAsync() => AskAsync("SELECT xmin, r.* FROM govreport.reports r ORDER BY report_id; SELECT xmin, f.* FROM govreport.fields f ORDER BY report_id, position; SELECT count(*) FROM govreport.deliveries");

    [Fact]
    public async Task Every_field_is_there_with_value_and_state_and_loading_twice_changes_nothing()
    {
        await WriteAsync(Delivery.Start, "d1");
        Assert.Equal("5|0", await LoadAsync("d1"));
        var loaded = await StateAsync();
        Assert.Equal("0|0", await LoadAsync("d1"));
        Assert.Equal(loaded, await StateAsync());

        var rows = (await AskAsync("SELECT path, state, coalesce(value_number::text, replace(replace(value_text, E'\\r', '␍'), E'\\n', '␊'), '∅') FROM govreport.fields WHERE report_id = '2' ORDER BY position")).Split('\n');
        Assert.Equal(ExportedStore.Mixed.Fields.Select(field => $"{field.Key}|{Codes.Of(field.Value.State)}|{(field.Value.Value is { } value ? WrittenValue.Of(value).Replace('\r', '␍').Replace('\n', '␊') : "∅")}"), rows);
        Assert.Equal("4321|corrected", await AskAsync($"SELECT value_number, review FROM govreport.fields WHERE report_id = '3' AND path = '{ExportedStore.Person}'"));
        Assert.Equal("0", await AskAsync("SELECT (SELECT count(*) FROM govreport.incoming_reports) + (SELECT count(*) FROM govreport.incoming_fields)"));
    }

    [Fact]
    public async Task A_later_delivery_changes_only_its_reports_and_one_that_does_not_follow_is_refused()
    {
        var first = await WriteAsync(Delivery.Start, "d1");
        await stored.PutAsync("a/later.md", ExportedStore.Sample);
        var second = await WriteAsync(first.Token, "d2");
        await stored.Store.Review.DecideAsync(new(1, 1), new()
        {
            Subject = ExportedStore.Person, Action = DecisionAction.Correct, Version = 1, Seen = 0, Result = new(FieldState.Blank, null, null, []),
        }, "reviewer", default);
        await WriteAsync(second.Token, "d3");
        await LoadAsync("d1");
        var before = await AskAsync("SELECT xmin, report_id FROM govreport.reports WHERE report_id <> '1' ORDER BY report_id");

        Assert.Contains("this delivery follows", (await Assert.ThrowsAsync<InvalidOperationException>(() => LoadAsync("d3"))).Message, StringComparison.Ordinal);
        Assert.Equal("1|0", await LoadAsync("d2"));
        Assert.Equal("1|0", await LoadAsync("d3"));
        Assert.Equal("blank|", await AskAsync($"SELECT state, value_number FROM govreport.fields WHERE report_id = '1' AND path = '{ExportedStore.Person}'"));
        Assert.StartsWith(before, await AskAsync("SELECT xmin, report_id FROM govreport.reports WHERE report_id <> '1' ORDER BY report_id"), StringComparison.Ordinal);
        Assert.Equal("6", await AskAsync("SELECT count(*) FROM govreport.reports"));
        // A whole delivery takes the place of what was there.
        Assert.Equal("1|1", await LoadAsync("d1"));
    }
}
