using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Series;

/// <summary>What one report says of a concept.</summary>
/// <param name="Value">Null where it is not known: blank, missing or unreadable.</param>
/// <param name="IsOpen">A field of it waits for review: the value is not yet to be relied on.</param>
/// <param name="AssumedZero">Fields that are blank or a dash, and count as 0 beside others.</param>
/// <param name="Fields">What it was added up from, with the places on the page.</param>
public sealed record ConceptReading(decimal? Value, bool IsOpen, IReadOnlyList<string> AssumedZero, IReadOnlyList<KeyValuePair<string, RecordField>> Fields);
