using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Training.Calibrating;

/// <summary>A field of a scan, what speaks against it, and whether it is what the page prints.</summary>
/// <param name="Condition">Folder of the document: how it was scanned.</param>
/// <param name="Document">The same in all conditions; with its corpus.</param>
/// <param name="IsAsked">A person is asked about it whatever its probability.</param>
internal sealed record LabelledField(string Condition, string Document, FieldGrounds Grounds, bool IsExact, bool IsAsked);
