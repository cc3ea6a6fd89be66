using System.Globalization;
using System.Text;
using System.Xml;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export.Pages;

/// <summary>ALTO 4 (Library of Congress): pages with lines and words, their boxes in tenths of a millimetre, and confidence.</summary>
public static class AltoXml
{
    private const string Namespace = "http://www.loc.gov/standards/alto/ns-v4#";
    private const string Schema = "http://www.loc.gov/standards/alto/v4/alto-4-2.xsd";
    private const double TenthsOfMillimetreInPoint = 254.0 / 72;

    /// <param name="pages">All of a document, or some of them.</param>
    /// <param name="record">What they were read for.</param>
    public static byte[] Write(IReadOnlyList<PageText> pages, ReportRecord record)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("alto", Namespace);
            xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", $"{Namespace} {Schema}");
            WriteDescription(xml, record);
            xml.WriteStartElement("Layout", Namespace);
            foreach (var page in pages)
                WritePage(xml, page);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    private static void WriteDescription(XmlWriter xml, ReportRecord record)
    {
        xml.WriteStartElement("Description", Namespace);
        xml.WriteElementString("MeasurementUnit", Namespace, "mm10");
        xml.WriteStartElement("sourceImageInformation", Namespace);
        xml.WriteElementString("fileName", Namespace, XmlCharacters.Only(record.Source.Path));
        xml.WriteStartElement("fileIdentifier", Namespace);
        xml.WriteAttributeString("fileIdentifierLocation", "sha256");
        xml.WriteString(record.Source.Sha256);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("Processing", Namespace);
        xml.WriteAttributeString("ID", "reading");
        xml.WriteElementString("processingStepSettings", Namespace, string.Join(' ', PartsOf(record.Engine)));
        xml.WriteStartElement("processingSoftware", Namespace);
        xml.WriteElementString("softwareName", Namespace, "govreport");
        xml.WriteElementString("softwareVersion", Namespace, record.Engine.Version);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static IEnumerable<string> PartsOf(EngineVersions engine) => new (string Name, string? Value)[]
    {
        ("form", engine.Form), ("headings", engine.HeadingsModel), ("digits", engine.DigitsModel), ("calibration", engine.CalibrationModel), ("tesseract", engine.Tesseract),
        ("leptonica", engine.Leptonica), ("poppler", engine.Poppler), ("traineddata", engine.Traineddata),
    }.Where(part => part.Value is not null).Select(part => $"{part.Name}={part.Value}");

    private static void WritePage(XmlWriter xml, PageText page)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"page{page.SourcePage}");
        xml.WriteStartElement("Page", Namespace);
        xml.WriteAttributeString("ID", id);
        xml.WriteAttributeString("PHYSICAL_IMG_NR", Whole(page.SourcePage));
        xml.WriteAttributeString("HEIGHT", Tenths(page.Height));
        xml.WriteAttributeString("WIDTH", Tenths(page.Width));
        WriteArea(xml, "PrintSpace", null, new(0, 0, page.Width, page.Height));
        if (page.Lines.Count > 0)
        {
            WriteArea(xml, "TextBlock", $"{id}-text", page.Lines.Select(BoxOf).Aggregate((all, line) => all.Union(line)));
            for (var index = 0; index < page.Lines.Count; index++)
                WriteLine(xml, page.Lines[index], $"{id}-line{index + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteLine(XmlWriter xml, TextLine line, string id)
    {
        WriteArea(xml, "TextLine", id, BoxOf(line));
        for (var index = 0; index < line.Words.Count; index++)
        {
            var word = line.Words[index];
            WriteArea(xml, "String", $"{id}-{index + 1}", word.Box, () =>
            {
                xml.WriteAttributeString("CONTENT", XmlCharacters.Only(word.Text));
                xml.WriteAttributeString("WC", word.Confidence.ToString("0.00", CultureInfo.InvariantCulture));
            });
            xml.WriteEndElement();
            if (word.JoinsNext || index + 1 == line.Words.Count)
                continue;
            WriteArea(xml, "SP", null, Between(word.Box, line.Words[index + 1].Box), withHeight: false);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static Box Between(Box word, Box next) => new(word.Right, word.Y, Math.Max(0, next.X - word.Right), word.Height);

    private static void WriteArea(XmlWriter xml, string element, string? id, Box box, Action? attributes = null, bool withHeight = true)
    {
        xml.WriteStartElement(element, Namespace);
        if (id is not null)
            xml.WriteAttributeString("ID", id);
        if (withHeight)
            xml.WriteAttributeString("HEIGHT", Tenths(box.Height));
        xml.WriteAttributeString("WIDTH", Tenths(box.Width));
        xml.WriteAttributeString("HPOS", Tenths(box.X));
        xml.WriteAttributeString("VPOS", Tenths(box.Y));
        attributes?.Invoke();
    }

    private static Box BoxOf(TextLine line) => line.Words.Select(word => word.Box).Aggregate((all, word) => all.Union(word));

    private static string Tenths(double points) => Whole((int)Math.Round(Math.Max(0, points) * TenthsOfMillimetreInPoint));

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
