using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>A scanned page of which people accepted what is printed.</summary>
/// <param name="Picture">PNG of the page, upright and with nothing drawn on it.</param>
/// <param name="Width">Of the page, points.</param>
/// <param name="Numbers">Where the ink of a number stands, points, and its characters as they are printed.</param>
public sealed record ReviewedPage(byte[] Picture, double Width, IReadOnlyList<(Box Ink, string Printed)> Numbers);
