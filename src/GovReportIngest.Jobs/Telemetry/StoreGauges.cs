using System.Diagnostics.Metrics;
using GovReportIngest.Core.Telemetry;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Jobs.Telemetry;

/// <summary>How much waits in a store, and for how long. Gauges cannot wait for a database: they tell what was seen when it was last asked.</summary>
public sealed class StoreGauges : IDisposable
{
    private readonly ReportStore store;
    private readonly TimeProvider time;
    private readonly Meter meter = new(JourneyTelemetry.Name);
    private WaitingCounts? seen;

    public StoreGauges(ReportStore store, TimeProvider time)
    {
        (this.store, this.time) = (store, time);
        meter.CreateObservableGauge("govreport.queue.documents", () => Measure(counts => counts.Waiting), "{document}", "Documents that wait to be read");
        meter.CreateObservableGauge("govreport.queue.age", () => Measure(counts => AgeOf(counts.WaitingSince)), "s", "How long the first of them has waited");
        meter.CreateObservableGauge("govreport.review.reports", () => Measure(counts => counts.InReview), "{report}", "Reports that wait for people");
        meter.CreateObservableGauge("govreport.review.age", () => Measure(counts => AgeOf(counts.InReviewSince)), "s", "How long the first of them has waited");
    }

    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task RefreshAsync(CancellationToken cancellation) => seen = await store.Queries.CountWaitingAsync(cancellation);

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<long>> Measure(Func<WaitingCounts, long> value) => seen is { } counts ? [new(value(counts))] : [];

    private long AgeOf(long? since) => since is { } began ? Math.Max(0, time.GetUtcNow().ToUnixTimeMilliseconds() - began) / 1000 : 0;
}
