using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Review;

/// <summary>The current reading of one report, and what people made of it.</summary>
public sealed record ReviewedReport
{
    public required RecordId Id { get; init; }

    /// <summary>Of the document.</summary>
    public required long Version { get; init; }

    /// <summary>As the machine read it.</summary>
    public required ReportRecord Extracted { get; init; }

    /// <summary>What the store asks besides (<see cref="Core.Agencies.RegisterItems"/>).</summary>
    public required IReadOnlyList<DocumentItem> Items { get; init; }

    /// <summary>With what the store asks, and the decisions in force.</summary>
    public required ReportRecord Record { get; init; }

    /// <summary>All decisions, the earliest first.</summary>
    public required IReadOnlyList<DecisionRow> Log { get; init; }

    /// <summary>Null where no form fits, or it is not installed.</summary>
    public FormDefinition? Form { get; init; }

    /// <summary>Items of the whole document, settled or not.</summary>
    public IEnumerable<DocumentItem> Asked => Extracted.Review.Concat(Items);

    /// <summary>Whether the record is the one that the machine read.</summary>
    public bool IsAsRead => Log.Count == 0 && Items.Count == 0;

    /// <summary>The last decision about a subject, a reversal too; 0 where there is none.</summary>
    public long LastAbout(string subject) => Log.LastOrDefault(row => row.Subject == subject)?.DecisionId ?? 0;
}
