using System.IO.Compression;

namespace GovReportIngest.Reading.Docx;

/// <summary>Which format is packed in a ZIP file, told by the files that its standard asks for.</summary>
internal static class PackedFormats
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string OpenText = "application/vnd.oasis.opendocument.text";

    private const string Ofd = "application/ofd";

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static string MediaTypeOf(ZipArchive zip)
    {
        bool Has(string name) => zip.Entries.Any(entry => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));
        return Has("[Content_Types].xml") && zip.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? Docx
            : Has("OFD.xml") ? Ofd
            : Has("xl/workbook.xml") ? Xlsx
            : Has("mimetype") && Has("content.xml") ? OpenText
            : "application/zip";
    }

    public static string Remedy(string mediaType) => mediaType switch
    {
        Ofd => "OFD files cannot be read. Export the file as PDF and ingest that.",
        Xlsx => "Spreadsheets cannot be read. Print the file to PDF and ingest that.",
        OpenText => "OpenDocument files cannot be read. Save the file as DOCX or PDF and ingest that.",
        _ => "ZIP archives are not opened. Unpack the archive and ingest the files.",
    };
}
