using GovReportIngest.Core.Telemetry;
using GovReportIngest.Jobs;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GovReportIngest.Cli.Telemetry;

/// <summary>
/// Sends traces and measurements to a collector by OTLP, where the standard variables of OpenTelemetry name one (OTEL_EXPORTER_OTLP_ENDPOINT; the
/// exporter reads the others). Without them nothing is measured and nothing sent.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    private readonly MeterProvider metrics;
    private readonly TracerProvider traces;

    private TelemetryExport()
    {
        var resource = ResourceBuilder.CreateEmpty().AddService("govreport", serviceVersion: Installation.Version).AddTelemetrySdk().AddEnvironmentVariableDetector();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(JourneyTelemetry.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Npgsql").AddOtlpExporter().Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(JourneyTelemetry.Name, "Npgsql").AddOtlpExporter().Build();
    }

    /// <summary>Null where no collector is named.</summary>
    public static TelemetryExport? Start() => Endpoints.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }) ? new() : null;

    /// <summary>What was measured last is sent before.</summary>
    public void Dispose()
    {
        metrics.Dispose();
        traces.Dispose();
    }
}
