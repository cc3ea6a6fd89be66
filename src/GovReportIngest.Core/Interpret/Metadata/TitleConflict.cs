using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>What a part of the title and a place in the text say differently; which of them is right, a person decides.</summary>
internal static class TitleConflict
{
    public const string Code = "title-differs-from-text";

    /// <summary>The field as the title has it, open, with the others as candidates and both places as evidence.</summary>
    public static FieldReading Open(FieldReading field, IReadOnlyList<(FieldValue Value, IReadOnlyList<Evidence> Places)> others) => others.Count == 0 ? field : field with
    {
        Doubts = [.. field.Doubts, Code],
        Alternatives = [.. others.Select(other => other.Value).Distinct().Select(value => new FieldCandidate(value, 0.5m / others.Count))],
        Evidence = [.. field.Evidence, .. others.SelectMany(other => other.Places).Distinct().Except(field.Evidence)],
    };
}
