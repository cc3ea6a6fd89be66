namespace GovReportIngest.Exporting.Pdf.Scans;

/// <summary>A page image as it can stand in a PDF with its bytes as they are.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Quarters">Quarter turns clockwise that the file itself says it needs to be upright.</param>
/// <param name="Strips">From top to bottom.</param>
internal sealed record ScanImage(int Width, int Height, int Quarters, IReadOnlyList<ScanStrip> Strips);

/// <param name="Rows">Pixels that it is high.</param>
/// <param name="Entries">Of the image's dictionary: filter, colours, bits.</param>
/// <param name="Bytes">As the source has them.</param>
internal sealed record ScanStrip(int Rows, string Entries, ReadOnlyMemory<byte> Bytes);
