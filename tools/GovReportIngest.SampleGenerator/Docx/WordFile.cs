using System.IO.Compression;
using System.Security;
using System.Text;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Docx;

/// <summary>A report as a DOCX file, part by part; the same report and look give the same bytes.</summary>
internal static class WordFile
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" mc:Ignorable=\"\"";

    private const string Content = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly DateTimeOffset Time = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Report report, WordLook look) => Write(new WordBody(report, look).Write(), report.Agency, look);

    /// <param name="body">The content of the body element.</param>
    /// <param name="agency">Named in the header.</param>
    /// <param name="look">Of styles and lists.</param>
    public static byte[] Write(string body, string agency, WordLook look) => Pack(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + (look.Pictures.Count > 0 ? "<Default Extension=\"png\" ContentType=\"image/png\"/>" : "")
            + string.Concat(Parts.Select(part => $"<Override PartName=\"/word/{part}.xml\" ContentType=\"{Content}{(part == "document" ? "document.main" : part)}+xml\"/>")) + "</Types>"),
        ("_rels/.rels", Relations([("document", "word/document.xml", "officeDocument")])),
        ("word/_rels/document.xml.rels", Relations([.. Parts.Skip(1).Select(part => (part, part + ".xml", part)), .. look.Pictures.Keys.Select(key => (key, $"media/{key}.png", "image"))])),
        ("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>"),
        ("word/styles.xml", WordParts.Styles(look)),
        ("word/numbering.xml", WordParts.Numbering()),
        ("word/header.xml", $"<w:hdr {Namespaces}><w:p><w:r><w:t>{Escape(agency)}年报</w:t></w:r></w:p></w:hdr>"),
        ("word/footer.xml", $"<w:ftr {Namespaces}><w:p><w:r><w:t>七、页脚</w:t></w:r></w:p></w:ftr>"),
    ],
    [.. look.Pictures.Select(picture => ($"word/media/{picture.Key}.png", picture.Value.Png))]);

    public static string Escape(string text) => SecurityElement.Escape(text);

    private static readonly string[] Parts = ["document", "styles", "numbering", "header", "footer"];

    private static string Relations(IEnumerable<(string Id, string Target, string Type)> relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Relation}{relation.Type}\" Target=\"{relation.Target}\"/>")) + "</Relationships>";

    private static byte[] Pack((string Name, string Xml)[] parts, (string Name, byte[] Bytes)[] media)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts.Select(part => (part.Name, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + part.Xml))).Concat(media))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Time;
                using var stream = entry.Open();
                stream.Write(content);
            }
        return bytes.ToArray();
    }
}
