using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Series;

/// <summary>How a form prints a concept: a sum of fields, or another one where the form has variants.</summary>
/// <param name="Alternatives">Paths of fields that are added; the first alternative with a printed figure counts.</param>
public sealed record ConceptFormula(IReadOnlyList<IReadOnlyList<string>> Alternatives)
{
    /// <summary>
    /// Unknown is not zero: a field that is missing or cannot be read leaves the sum unknown. One that is blank, or a dash, counts as 0 beside others that are
    /// printed, and is named.
    /// </summary>
    public ConceptReading Read(IReadOnlyDictionary<string, RecordField> fields)
    {
        RecordField? FieldOf(string path) => fields.GetValueOrDefault(path);
        var paths = Alternatives.FirstOrDefault(paths => paths.Any(path => FieldOf(path)?.State is FieldState.Printed)) ?? Alternatives[0];
        var found = paths.Select(path => (Path: path, Field: FieldOf(path))).ToList();
        var empty = found.Where(part => part.Field?.State is FieldState.Blank or FieldState.Placeholder).Select(part => part.Path).ToList();
        var numbers = found.Select(part => (part.Field?.Value as FieldValue.Number)?.Amount).OfType<decimal>().ToList();
        var isKnown = numbers.Count > 0 && numbers.Count + empty.Count == found.Count;
        return new(isKnown ? numbers.Sum() : null, found.Any(part => part.Field?.Review is ReviewState.Open), isKnown ? empty : [],
            [.. found.Where(part => part.Field is not null).Select(part => KeyValuePair.Create(part.Path, part.Field!))]);
    }
}
