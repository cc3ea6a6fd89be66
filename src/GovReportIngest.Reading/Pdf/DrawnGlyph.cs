namespace GovReportIngest.Reading.Pdf;

/// <summary>A glyph that is really drawn, by its origin: the left end of its baseline. Invisible text has none.</summary>
internal readonly record struct DrawnGlyph(double X, double Y, bool IsWhite);
