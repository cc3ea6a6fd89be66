using GovReportIngest.Core.Document.Record;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Training.Calibrating;
using GovReportIngest.Training.Reviews;

namespace GovReportIngest.Cli.Learning;

/// <summary><c>train calibration --from-reviews</c>: fits the probabilities of scanned fields on what reviewers accepted, and measures them on other documents.</summary>
internal sealed class LearnedCalibration(ReviewedDocuments reviewed, string target, WorkerLimits limits, TextWriter output)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        output.WriteLine(FormattableString.Invariant($"{reviewed.ToLearnFrom.Count} documents to learn from, {reviewed.HeldOut.Count} held out"));
        await using var reader = limits.CreatePool();
        async Task<IReadOnlyList<ReviewedReading>> ReadAsync(IReadOnlyList<ReviewedDocument> documents) =>
            [.. (await reviewed.ReadAsync([.. documents.Where(document => document.IsScanned)], Engine.Load(), reader, limits.Workers, cancellation)).SelectMany(read => read.Document.With(read.Records))];
        ReviewedCalibration.Run(Installation.Models, target, await ReadAsync(reviewed.ToLearnFrom), await ReadAsync(reviewed.HeldOut), output);
    }
}
