using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Review;
using GovReportIngest.Training.Reviews;

namespace GovReportIngest.Cli.Learning;

/// <summary>A document of which all reports are accepted, and people decided about some field.</summary>
/// <param name="Reports">Part by part.</param>
internal sealed record ReviewedDocument(WaitingDocument Document, IReadOnlyList<ReviewedReport> Reports)
{
    /// <summary>One of so many documents is kept apart.</summary>
    private const int OneOf = 3;

    /// <summary>Whether it is measured on and never learned from; by its bytes, so that it stays so.</summary>
    public bool IsHeldOut => int.Parse(Reports[0].Extracted.Source.Sha256.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % OneOf == 0;

    /// <summary>Its reports as they are read; a report that is not found again is none.</summary>
    /// <param name="read">Part by part.</param>
    public IEnumerable<ReviewedReading> With(IReadOnlyList<ReportRecord> read) => Reports.Zip(read, (report, now) => new ReviewedReading(
        $"{Document.DocumentId}", now, report.Record, report.Standing.BySubject.Where(decision => decision.Value is { Result: not null, Action: not DecisionAction.Doubt }).Select(decision => decision.Key).ToHashSet(StringComparer.Ordinal)));

    /// <summary>The same beside what was accepted; null for a report that is not found again.</summary>
    public IEnumerable<(ReportRecord? Read, ReportRecord Truth)> Against(IReadOnlyList<ReportRecord> read) =>
        Reports.Select((report, part) => (part < read.Count ? read[part] : null, report.Record));

    /// <summary>Whether some of it was read from pictures.</summary>
    public bool IsScanned => Reports.Any(report => report.Extracted.Pages.Any(page => page.Read is Core.Read.PageReading.Ocr));

    /// <summary>As they were read last.</summary>
    public IEnumerable<ReviewedReading> AsRead => With([.. Reports.Select(report => report.Extracted)]);
}
