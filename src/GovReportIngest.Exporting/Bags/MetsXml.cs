using System.Globalization;
using System.Text;
using System.Xml;
using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Export.Pages;

namespace GovReportIngest.Exporting.Bags;

/// <summary>METS 1.12 (Library of Congress): what the report is, its files with sizes and hashes, and which ALTO file describes which page.</summary>
/// <param name="record">The first report of the file.</param>
/// <param name="catalogued">What the catalogue of the archive says of it; null where none does.</param>
/// <param name="program">What packs it.</param>
internal sealed class MetsXml(ReportRecord record, CatalogueEntry? catalogued, string program)
{
    private const string Mets = "http://www.loc.gov/METS/";
    private const string Links = "http://www.w3.org/1999/xlink";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public byte[] Write(IReadOnlyList<BagFile> files)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("mets", "mets", Mets);
            xml.WriteAttributeString("xmlns", "xlink", null, Links);
            xml.WriteAttributeString("OBJID", $"sha256:{record.Source.Sha256}");
            WriteHeader(xml);
            WriteDescription(xml);
            if (catalogued is not null)
                WriteCatalogued(xml, catalogued);
            WriteFiles(xml, files);
            WriteStructure(xml, files);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    private void WriteHeader(XmlWriter xml)
    {
        xml.WriteStartElement("metsHdr", Mets);
        xml.WriteStartElement("agent", Mets);
        xml.WriteAttributeString("ROLE", "CREATOR");
        xml.WriteAttributeString("TYPE", "OTHER");
        xml.WriteAttributeString("OTHERTYPE", "SOFTWARE");
        xml.WriteElementString("name", Mets, program);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteDescription(XmlWriter xml)
    {
        var fields = record.Fields.ToDictionary(StringComparer.Ordinal);
        xml.WriteStartElement("dmdSec", Mets);
        xml.WriteAttributeString("ID", "description");
        xml.WriteStartElement("mdWrap", Mets);
        xml.WriteAttributeString("MDTYPE", "DC");
        xml.WriteStartElement("xmlData", Mets);
        foreach (var (element, path) in new[] { ("title", ReportPaths.Title), ("creator", ReportPaths.Agency), ("coverage", ReportPaths.Region), ("date", ReportPaths.Year) })
            if (fields.GetValueOrDefault(path)?.Value is { } value)
                xml.WriteElementString("dc", element, DublinCore, XmlCharacters.Only(WrittenValue.Of(value)));
        if (catalogued is not null)
            xml.WriteElementString("dc", "identifier", DublinCore, XmlCharacters.Only(catalogued.ArchivalCode));
        xml.WriteElementString("dc", "identifier", DublinCore, $"sha256:{record.Source.Sha256}");
        xml.WriteElementString("dc", "source", DublinCore, XmlCharacters.Only(record.Source.Path));
        if (record.Form is { } form)
            xml.WriteElementString("dc", "type", DublinCore, form.Id);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>As the archive says it, beside what was read.</summary>
    private static void WriteCatalogued(XmlWriter xml, CatalogueEntry catalogued)
    {
        xml.WriteStartElement("dmdSec", Mets);
        xml.WriteAttributeString("ID", "catalogue");
        xml.WriteStartElement("mdWrap", Mets);
        xml.WriteAttributeString("MDTYPE", "OTHER");
        xml.WriteAttributeString("OTHERMDTYPE", "DA/T 46");
        xml.WriteStartElement("xmlData", Mets);
        foreach (var (code, value) in catalogued.Members.Where(member => member.Value is not null))
            xml.WriteElementString(CatalogueEntry.ChineseOf(code), "", XmlCharacters.Only(value!));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteFiles(XmlWriter xml, IReadOnlyList<BagFile> files)
    {
        xml.WriteStartElement("fileSec", Mets);
        foreach (var group in files.Select((file, index) => (File: file, Id: IdOf(index))).GroupBy(file => file.File.Group))
        {
            xml.WriteStartElement("fileGrp", Mets);
            xml.WriteAttributeString("USE", group.Key);
            foreach (var (file, id) in group)
            {
                xml.WriteStartElement("file", Mets);
                xml.WriteAttributeString("ID", id);
                xml.WriteAttributeString("MIMETYPE", file.MediaType);
                xml.WriteAttributeString("SIZE", file.Bytes.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("CHECKSUM", file.Sha256);
                xml.WriteAttributeString("CHECKSUMTYPE", "SHA-256");
                xml.WriteStartElement("FLocat", Mets);
                xml.WriteAttributeString("LOCTYPE", "URL");
                xml.WriteAttributeString("href", Links, string.Join('/', file.Path[BagWriter.Payload.Length..].Split('/').Select(Uri.EscapeDataString)));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Pages in their order, each with its words; before them all that is of the whole.</summary>
    private void WriteStructure(XmlWriter xml, IReadOnlyList<BagFile> files)
    {
        var known = files.Select((file, index) => (File: file, Id: IdOf(index))).ToList();
        xml.WriteStartElement("structMap", Mets);
        xml.WriteAttributeString("TYPE", "physical");
        xml.WriteStartElement("div", Mets);
        xml.WriteAttributeString("TYPE", "report");
        xml.WriteAttributeString("DMDID", catalogued is null ? "description" : "description catalogue");
        foreach (var (_, id) in known.Where(file => file.File.Group != "alto"))
            WritePointer(xml, id);
        var order = 0;
        foreach (var (_, id) in known.Where(file => file.File.Group == "alto"))
        {
            xml.WriteStartElement("div", Mets);
            xml.WriteAttributeString("TYPE", "page");
            xml.WriteAttributeString("ORDER", (++order).ToString(CultureInfo.InvariantCulture));
            WritePointer(xml, id);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WritePointer(XmlWriter xml, string id)
    {
        xml.WriteStartElement("fptr", Mets);
        xml.WriteAttributeString("FILEID", id);
        xml.WriteEndElement();
    }

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"file{index + 1}");
}
