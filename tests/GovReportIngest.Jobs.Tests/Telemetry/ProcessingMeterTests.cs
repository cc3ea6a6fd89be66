using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using GovReportIngest.Core.Telemetry;
using GovReportIngest.Jobs.Telemetry;
using GovReportIngest.TestKit;

namespace GovReportIngest.Jobs.Tests.Telemetry;

public sealed class ProcessingMeterTests : JobStore
{
    private readonly ConcurrentQueue<(string Name, double Value, string Tag)> measured = [];

    [Fact]
    public async Task What_is_read_is_counted_and_stages_are_timed()
    {
        using var listener = Listen();
        var spans = new ConcurrentQueue<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == JourneyTelemetry.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => spans.Enqueue($"{span.Parent?.OperationName}/{span.OperationName}"),
        };
        ActivitySource.AddActivityListener(traces);
        await Intake.RegisterAsync("a.md", Bytes(await File.ReadAllTextAsync(Repository.PathOf("samples", "inbox", "text", "pipes.md"))), new(), default);
        await ProcessAsync(Processing());

        Assert.Contains(("govreport.documents", 1d, "accepted"), measured);
        Assert.Contains(("govreport.pages", 1d, "text"), measured);
        Assert.Contains(("govreport.fields", 205d, ""), measured);
        Assert.All(["read", "layout", "cells", "interpret", "check"], stage =>
        {
            Assert.Contains(measured, one => one is { Name: "govreport.stage.duration", Value: >= 0 and < 60 } && one.Tag == stage);
            Assert.Contains($"document/{stage}", spans);
        });
    }

    [Fact]
    public async Task What_waits_is_told_as_it_was_when_the_store_was_last_asked()
    {
        using var gauges = new StoreGauges(Store, TimeProvider.System);
        using var listener = Listen();
        listener.RecordObservableInstruments();
        Assert.DoesNotContain(measured, one => one.Name == "govreport.queue.documents");

        await Intake.RegisterAsync("a.md", Bytes("一、总体情况"), new(), default);
        await gauges.RefreshAsync(default);
        listener.RecordObservableInstruments();

        Assert.Contains(("govreport.queue.documents", 1d, ""), measured);
        Assert.Contains(measured, one => one is { Name: "govreport.queue.age", Value: >= 0 and < 60 });
        Assert.Contains(("govreport.review.reports", 0d, ""), measured);
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == JourneyTelemetry.Name)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue((instrument.Name, value, tags.Length > 0 ? $"{tags[0].Value}" : ""));
}
