using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret;

/// <summary>What Interpret makes of one report: everything of the record but probabilities, checks and review decisions.</summary>
public sealed record Interpretation
{
    /// <summary>Null where no form matches.</summary>
    public FormDefinition? Form { get; init; }

    /// <summary>0–1: how well the content fits the form.</summary>
    public decimal FormScore { get; init; }

    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>In the order of the form, <c>report.*</c> first.</summary>
    public required IReadOnlyList<FieldReading> Fields { get; init; }

    public required IReadOnlyList<OutlineNode> Outline { get; init; }

    public required IReadOnlyList<RecordTable> Tables { get; init; }

    /// <summary>What running text says about figures of the tables.</summary>
    public IReadOnlyList<Narrative.NarrativeStatement> Statements { get; init; } = [];

    public IReadOnlyList<DocumentItem> Items { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
