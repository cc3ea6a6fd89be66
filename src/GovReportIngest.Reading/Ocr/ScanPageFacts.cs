namespace GovReportIngest.Reading.Ocr;

/// <summary>What is known of a scanned page besides its pixels; numbers are 1-based.</summary>
internal readonly record struct ScanPageFacts(int Number, int SourcePage, string Why);
