using System.IO.Compression;
using System.Text;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Docx;

namespace GovReportIngest.Reading.Tests.Docx;

/// <summary>DOCX files part by part, and what the reader makes of them.</summary>
internal static class TinyDocx
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public static byte[] Of(string body, string styles = "", string numbering = "", string links = "", (string Name, byte[] Bytes)[]? more = null, string before = "") => Zip(
    [
        ("[Content_Types].xml", Utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"bin\" ContentType=\"image/png\"/>"
            + string.Concat(new[] { "document", "styles", "numbering" }.Select(part => $"<Override PartName=\"/word/{part}.xml\" ContentType=\"{Type}{(part == "document" ? "document.main" : part)}+xml\"/>")) + "</Types>")),
        ("_rels/.rels", Utf8($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/></Relationships>")),
        ("word/_rels/document.xml.rels", Utf8("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + $"<Relationship Id=\"s\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"n\" Type=\"{Relations}/numbering\" Target=\"numbering.xml\"/>{links}</Relationships>")),
        ("word/document.xml", Utf8($"{before}<w:document xmlns:w=\"{Word}\" xmlns:r=\"{Relations}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
            + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
            + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
            + $"<w:body>{body}</w:body></w:document>")),
        ("word/styles.xml", Utf8($"<w:styles xmlns:w=\"{Word}\">{styles}</w:styles>")),
        ("word/numbering.xml", Utf8($"<w:numbering xmlns:w=\"{Word}\">{numbering}</w:numbering>")),
        .. more ?? [],
    ]);

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        return bytes.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static IReadOnlyList<FlowBlock> Read(byte[] docx) => [.. WordReader.Read(new MemoryStream(docx), new()).Parts.SelectMany(part => part.Blocks)];

    public static IEnumerable<string> Lines(byte[] docx) => Read(docx).OfType<FlowBlock.Paragraph>().Select(line => line.Text);

    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
}
