using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Interpret.Narrative;

/// <summary>A number that running text gives for a field, and where.</summary>
public sealed record NarrativeStatement(NarrativeRule Rule, decimal Amount, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>False for scanned text of which a word may be misread or a number was not read alike twice: it contradicts nothing.</summary>
    public bool IsCertain { get; init; } = true;
}
