using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>
/// A straight part of a drawing that lies along an axis: a stroke with its width, or a filled rectangle.
/// </summary>
internal readonly record struct PathPiece(Box Box, bool IsStroke, bool IsWhite);
