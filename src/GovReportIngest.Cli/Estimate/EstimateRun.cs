using GovReportIngest.Cli.Ingest;
using GovReportIngest.Core;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Processing;

namespace GovReportIngest.Cli.Estimate;

/// <summary>
/// <c>ingest --estimate</c>: ingests a sample one document after another, keeps nothing of it, and says what the whole collection
/// will cost. Processor time is measured, not the clock's, so that other work on the machine does not count.
/// </summary>
internal sealed class EstimateRun(Tongue tongue, TimeProvider time)
{
    private const int MostDocuments = 40;
    private const decimal SecondsWorthRepeating = 3;
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(2);

    private readonly long began = time.GetTimestamp();

    public async Task<int> RunAsync(IngestSettings settings, CancellationToken cancellation)
    {
        var strata = SampleChoice.Stratify(FoundDocuments.Below(settings, tongue).Select(entry => new SizedEntry(entry, entry.BytesOnDisk())));
        var costs = await MeasureAsync(strata, settings, cancellation);
        var forecast = Projection.Of(strata, costs);
        if (settings.Json)
            Console.Out.WriteLine(EstimateJson.Write(forecast, settings.Limits.Workers));
        else
            new EstimateText(Console.Out, tongue).Write(forecast, settings.Limits.Workers, time.GetElapsedTime(began));
        return (int)ExitCode.Done;
    }

    private async Task<IReadOnlyList<SampledCost>> MeasureAsync(IReadOnlyList<Stratum> strata, IngestSettings settings, CancellationToken cancellation)
    {
        var chosen = SampleChoice.Choose(strata, MostDocuments);
        var costs = new List<SampledCost>();
        var progress = ProgressLine.OrSilent(settings, tongue, time);
        await using var reader = (settings.Limits with { Workers = 1 }).CreatePool();
        var pipeline = Engine.Load().CreatePipeline(reader);
        var kinds = new HashSet<string>();
        var bytes = 0L;
        progress.Started(chosen.Count, chosen.Sum(one => one.Document.Bytes));
        foreach (var (stratum, document) in chosen.TakeWhile(_ => time.GetElapsedTime(began) < MostTime))
        {
            var (cost, record) = await CostAsync(pipeline, stratum, document.Entry, cancellation);
            // Compiling and the start of an engine would count once for every document that the first of its kind stands for.
            if (kinds.Add(strata[stratum].Kind) && cost.CpuSeconds < SecondsWorthRepeating)
                (cost, record) = await CostAsync(pipeline, stratum, document.Entry, cancellation);
            costs.Add(cost);
            if (record is not null)
                progress.Finished(document.Entry.Path, costs.Count, bytes += document.Bytes);
        }

        progress.Ended();
        return costs;
    }

    private async Task<(SampledCost Cost, ReportRecord? Record)> CostAsync(
        IngestPipeline pipeline, int stratum, SourceEntry entry, CancellationToken cancellation)
    {
        var before = ProcessorClock.Seconds();
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // A document in work at the end of the time may finish; only one that holds everything up is cut off.
        limited.CancelAfter(MostTime + MostTime - time.GetElapsedTime(began));
        try
        {
            var (source, problem) = await SourceHasher.HashAsync(entry, limited.Token);
            IReadOnlyList<ReportRecord> records = source is null ? [pipeline.Reject(entry, problem!)] : await pipeline.IngestAsync(source, limited.Token);
            var open = records.Sum(record => record.Fields.Count(field => field.Value.Review is ReviewState.Open));
            return (new(stratum, ProcessorClock.Seconds() - before, records.SelectMany(record => record.Pages).DistinctBy(page => page.Number).Count(), records.Sum(record => RecordJson.Write(record).Length),
                records.Any(record => record.Outcome is Outcome.NeedsReview), open, IsCutOff: false), records[0]);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new(stratum, ProcessorClock.Seconds() - before, 0, 0, false, 0, IsCutOff: true), null);
        }
    }
}
