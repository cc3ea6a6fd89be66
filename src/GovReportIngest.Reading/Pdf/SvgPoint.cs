namespace GovReportIngest.Reading.Pdf;

/// <summary>A point of a path with the command that leads to it: <c>M</c>, <c>L</c>, <c>C</c> (a control or end point), <c>Z</c>.</summary>
internal readonly record struct SvgPoint(char Command, double X, double Y);
