namespace GovReportIngest.Core.Document.Record;

/// <summary>
/// What the probability of a scanned field rests on. Every ground speaks against the field; none says that it is wrong.
/// Kinds and codes are listed in docs/calibration.md.
/// </summary>
/// <param name="Kind">What was read: <c>zero</c>, <c>number</c>, <c>blank</c>, <c>placeholder</c>, <c>words</c>, …</param>
/// <param name="Against">Stable codes, ordered, each once.</param>
public sealed record FieldGrounds(string Kind, IReadOnlyList<string> Against);
