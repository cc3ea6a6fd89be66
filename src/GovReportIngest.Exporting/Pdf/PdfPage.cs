namespace GovReportIngest.Exporting.Pdf;

/// <summary>A page and what it has of the nodes above it: resources, boxes, rotation.</summary>
internal sealed record PdfPage(PdfValue.Reference Reference, PdfValue.Map Map, IReadOnlyDictionary<string, PdfValue> Inherited);
