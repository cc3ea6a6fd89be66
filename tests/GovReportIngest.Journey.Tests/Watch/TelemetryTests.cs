using System.Collections.Concurrent;
using System.Text;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GovReportIngest.Journey.Tests.Watch;

/// <summary>What a collector of OpenTelemetry receives of a run.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_run_sends_measurements_and_traces_to_the_collector_that_the_environment_names()
    {
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var collector = await StartAsync(received);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "inbox"));
        File.Copy(Repository.PathOf("samples", "inbox", "text", "pipes.md"), Path.Combine(folder.Path, "inbox", "a.md"));
        var url = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        using var run = GovReport.StartWith([$"OTEL_EXPORTER_OTLP_ENDPOINT={url}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "OTEL_RESOURCE_ATTRIBUTES=service.instance.id=node-7"],
            "watch", Path.Combine(folder.Path, "inbox"), "--data", Path.Combine(folder.Path, "data"), "--stable", "100ms", "--once");
        var end = await run.EndAsync();

        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.All(["govreport.documents", "govreport.pages", "govreport.stage.duration", "govreport.fields.flagged", "node-7"],
            name => Assert.Contains(name, received["/v1/metrics"], StringComparison.Ordinal));
        Assert.Contains("interpret", received["/v1/traces"], StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            // Names stand in the messages as they are.
            received.AddOrUpdate(context.Request.Path.Value!, _ => Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        await server.StartAsync();
        return server;
    }
}
