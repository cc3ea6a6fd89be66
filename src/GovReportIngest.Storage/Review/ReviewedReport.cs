using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Review;

/// <summary>The current reading of one report, and what people made of it.</summary>
public sealed record ReviewedReport
{
    private readonly Dictionary<string, DecisionRow> lasts = [];
    private HashSet<string>? openFields;

    public required RecordId Id { get; init; }

    /// <summary>Of the document.</summary>
    public required long Version { get; init; }

    /// <summary>As the machine read it.</summary>
    public required ReportRecord Extracted { get; init; }

    /// <summary>The file of it that is stored; empty where the report was not read for its bytes (<see cref="ReviewTable.FindOnceAsync"/>).</summary>
    public ReadOnlyMemory<byte> ExtractedBytes { get; init; }

    /// <summary>What the store asks besides (<see cref="Core.Agencies.RegisterItems"/>).</summary>
    public required IReadOnlyList<DocumentItem> Items { get; init; }

    /// <summary>With what the store asks, and the decisions in force.</summary>
    public required ReportRecord Record
    {
        get;
        init => (field, openFields) = (value, null);
    }

    /// <summary>All decisions and comments, the earliest first.</summary>
    public required IReadOnlyList<DecisionRow> Log
    {
        get;
        init
        {
            field = value;
            Standing = ReviewedReports.StandingOf(value);
            // That somebody has entered something is not told to the other who does.
            lasts = value.Where(row => row.Action != Codes.Of(DecisionAction.Comment) && !(row.Action == Codes.Of(DecisionAction.Enter) && Standing.Entries.ContainsKey(row.Subject)))
                .GroupBy(row => row.Subject, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.Last(), StringComparer.Ordinal);
        }
    }

    /// <summary>The decisions in force.</summary>
    public StandingDecisions Standing { get; private init; } = StandingDecisions.Of([]);

    /// <summary>What the catalogue of an archive says of its document; null where none does.</summary>
    public CatalogueEntry? Catalogued { get; init; }

    /// <summary>Whether what is asked is answered by two people who do not see each other's answers (<see cref="DoubleEntry"/>).</summary>
    public bool IsEnteredTwice { get; init; }

    /// <summary>Null where no form fits, or it is not installed.</summary>
    public FormDefinition? Form { get; init; }

    /// <summary>Paths of fields that a person is asked about.</summary>
    public IReadOnlySet<string> OpenFields => openFields ??= Record.Fields.Where(pair => pair.Value.Review is ReviewState.Open).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Items of the whole document, settled or not.</summary>
    public IEnumerable<DocumentItem> Asked => Extracted.Review.Concat(Items);

    /// <summary>Whether the record is the one that the machine read.</summary>
    public bool IsAsRead => Log.Count == 0 && Items.Count == 0;

    /// <summary>The file of the record as it stands: what is stored where it stands as it was read.</summary>
    public ReadOnlyMemory<byte> ToFile() => IsAsRead ? ToExtractedFile() : RecordJson.Write(Record);

    /// <summary>The file of what the machine read.</summary>
    public ReadOnlyMemory<byte> ToExtractedFile() => ExtractedBytes.IsEmpty ? RecordJson.Write(Extracted) : ExtractedBytes;

    /// <summary>The last decision about a subject, a reversal too; null where there is none. Comments decide nothing.</summary>
    public DecisionRow? LastRowAbout(string subject) => lasts.GetValueOrDefault(subject);

    /// <summary>Its number; 0 where there is none.</summary>
    public long LastAbout(string subject) => LastRowAbout(subject)?.DecisionId ?? 0;
}
