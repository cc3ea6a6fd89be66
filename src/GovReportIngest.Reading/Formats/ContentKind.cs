namespace GovReportIngest.Reading.Formats;

/// <summary>What the bytes of a file are, told from its first bytes.</summary>
internal enum ContentKind
{
    Empty,
    Pdf,
    Image,
    Text,
    Html,

    /// <summary>DOCX, or another format that is packed in a ZIP file.</summary>
    Zip,

    /// <summary>A format of word processors that LibreOffice converts.</summary>
    Office,
    Unsupported,
}
