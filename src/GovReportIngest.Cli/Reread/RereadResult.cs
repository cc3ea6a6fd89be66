using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Cli.Reread;

/// <summary>What came of reading a stored document once more.</summary>
internal sealed record RereadResult
{
    public required WaitingDocument Document { get; init; }

    /// <summary>Empty where its bytes in the store are damaged.</summary>
    public IReadOnlyList<RereadReport> Reports { get; init; } = [];

    /// <summary>A limit or a fault that may pass was met.</summary>
    public bool MayPass { get; init; }

    public bool IsDamaged => Reports.Count == 0;

    /// <summary>The records are other bytes than before, if only in probabilities or evidence.</summary>
    public bool IsNewVersion { get; init; }

    public bool Differs => Reports.Any(report => report.Differences is not { AreNone: true });
}

/// <param name="Part">Of the document.</param>
/// <param name="Before">Null where it was not read before.</param>
/// <param name="After">Null where the document has no such report any longer.</param>
/// <param name="Differences">Null where one of the two is.</param>
internal sealed record RereadReport(int Part, Outcome? Before, Outcome? After, RecordDifferences? Differences);
