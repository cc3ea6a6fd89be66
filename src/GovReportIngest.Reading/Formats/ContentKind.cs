namespace GovReportIngest.Reading.Formats;

/// <summary>What the bytes of a file are, told from its first bytes.</summary>
internal enum ContentKind
{
    Empty,
    Pdf,
    Image,
    Text,
    Unsupported,
}
